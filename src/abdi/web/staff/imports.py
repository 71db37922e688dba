"""The file between upload and confirmation: kept as handed in, read again for every look at it."""

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from abdi.organisation.imports import ImportPreview, preview_import
from abdi.organisation.imports.preview import BARU, GALAT, SAMA, UBAH
from abdi.platform.accounts.models import User
from abdi.platform.errors import PermissionRefused
from abdi.platform.files.models import StoredFile
from abdi.platform.files.selectors import open_file

PURPOSE = "organisation.import"
ON_A_PAGE = 50
TONES = {GALAT: "bad", BARU: "here", UBAH: "warn", SAMA: ""}


def find_upload(user: User, uid: UUID) -> tuple[StoredFile, bytes]:
    """The file and its content, for the one who handed it in."""
    stored = get_object_or_404(StoredFile.objects, uid=uid, purpose=PURPOSE)

    def permit(_stored: StoredFile) -> None:
        if stored.owner_id != user.pk:
            raise PermissionRefused(_("Berkas ini diunggah orang lain; unggah berkas Anda sendiri."))

    with open_file(stored, permit=permit) as content:
        return stored, content.read()


def preview_context(
    stored: StoredFile, content: bytes, *, create_units: bool, page: str | None
) -> dict[str, Any]:
    """Errors first, then what is new, then what changes."""
    preview: ImportPreview = preview_import(content, create_units=create_units)
    order = list(TONES)
    rows = sorted(preview.rows, key=lambda row: (order.index(row.action), row.line))
    labels = {GALAT: _("Galat"), BARU: _("Baru"), UBAH: _("Berubah"), SAMA: _("Tetap")}
    shown = Paginator(rows, ON_A_PAGE).get_page(page)
    return {
        "stored": stored,
        "preview": preview,
        "create_units": create_units,
        "counts": [(labels[action], preview.counts[action]) for action in order],
        "page": shown,
        "rows": [{"row": row, "label": labels[row.action], "tone": TONES[row.action]} for row in shown],
        "changes_nothing": preview.is_applicable and not (preview.counts[BARU] or preview.counts[UBAH]),
    }
