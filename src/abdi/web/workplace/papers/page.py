"""What the pages of documents show, and the files they give out."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.http import FileResponse, HttpRequest
from django.utils.text import slugify
from django.utils.translation import gettext as _

from abdi.platform.batches.enums import BatchStatus
from abdi.platform.batches.models import Batch
from abdi.platform.documents.papers import all_papers
from abdi.platform.errors import PolicyRefused
from abdi.platform.files.models import StoredFile
from abdi.platform.files.selectors import open_file
from abdi.platform.verification.permissions import can_sign
from abdi.platform.verification.signing import is_offered
from abdi.web.workplace.papers.finding import Sheet
from abdi.web.workplace.papers.forms import SignForm

TONES = {BatchStatus.BERJALAN: "here", BatchStatus.SELESAI: "ok", BatchStatus.DIHAPUS: ""}


def batch_rows(batches: Iterable[Batch]) -> list[dict[str, Any]]:
    return [{"batch": one, "tone": TONES[BatchStatus(one.status)]} for one in batches]


def batch_context(batch: Batch) -> dict[str, Any]:
    return {
        "batch": batch,
        "tone": TONES[BatchStatus(batch.status)],
        "running": batch.status == BatchStatus.BERJALAN,
        "ready": batch.status == BatchStatus.SELESAI,
        "said": _("%(done)d dari %(total)d dokumen") % {"done": batch.done, "total": batch.total},
    }


def paper_context(request: HttpRequest, sheet: Sheet, sign_form: SignForm | None = None) -> dict[str, Any]:
    issued = sheet.issued
    signs = (
        is_offered()
        and issued is not None
        and not issued.signed_sha256
        and can_sign(request.user, sheet.paper, sheet.subject)
    )
    return {
        "sheet": sheet,
        "issued": issued,
        "siblings": [
            one for one in all_papers() if one.model is sheet.paper.model and one is not sheet.paper
        ],
        "sign_form": (sign_form or SignForm()) if signs else None,
    }


def pdf_of(sheet: Sheet) -> bytes:
    """The very bytes that were issued, signed where they are; a copy without a code before that."""
    if sheet.issued is None:
        return sheet.paper.render(sheet.subject, None)
    with open_file(sheet.issued.latest_file, permit=_asked_before) as file:
        return file.read()


def archive_of(batch: Batch) -> FileResponse:
    if batch.status != BatchStatus.SELESAI or not Path(batch.path).is_file():
        raise PolicyRefused(_("Berkas cetakan ini belum atau tidak ada lagi; pesan ulang bila perlu."))
    answer = FileResponse(
        batch.path.open("rb"),
        as_attachment=True,
        filename=f"{slugify(batch.title)}.zip",
        content_type="application/zip",
    )
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


def _asked_before(stored: StoredFile) -> None:
    """Who may see the document was asked when it was found (papers.finding)."""
