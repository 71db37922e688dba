"""The product of a permohonan in the table of official documents: issued with a code, checked by anybody."""

from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from abdi.platform.accounts.models import User
from abdi.platform.documents import Seal, render_pdf
from abdi.platform.documents.papers import Paper, register
from abdi.platform.tenancy.scope import current_instansi
from abdi.services.requests import permissions
from abdi.services.requests.enums import PermohonanStatus
from abdi.services.requests.models import Permohonan

TEMPLATE = Path(__file__).parent / "documents" / "selesai.typ"
_READY = (PermohonanStatus.SELESAI, PermohonanStatus.DISERAHKAN)


def product_content(permohonan: Permohonan) -> dict[str, Any]:
    """What was decided, without saying for whom; nothing before the product is ready."""
    return _content(permohonan) if permohonan.status in _READY else {}


def _content(permohonan: Permohonan) -> dict[str, Any]:
    ready = permohonan.steps.filter(status=PermohonanStatus.SELESAI).first()
    return {
        "nomor": str(permohonan),
        "layanan": permohonan.layanan.name,
        "unit": permohonan.unit.name,
        "standar": permohonan.standar.version if permohonan.standar else None,
        "diajukan": timezone.localtime(permohonan.filed_at).isoformat(),
        "selesai": timezone.localtime(ready.began_at).isoformat() if ready else None,
        "berkas": permohonan.product.sha256 if permohonan.product else "",
    }


def product_pdf(permohonan: Permohonan, seal: Seal | None = None) -> bytes:
    """The officer's own file as he made it, known at /periksa/ by its digest; else a statement that bears its code."""
    if permohonan.product:
        return permohonan.product.path.read_bytes()
    instansi = current_instansi()
    frame = {"instansi": instansi.name, "tempat": instansi.place, "draf": permohonan.status not in _READY}
    with translation.override(settings.LANGUAGE_CODE):
        content = _content(permohonan)
        at = timezone.localtime(permohonan.filed_at)
        return render_pdf(TEMPLATE, content | frame, title=f"Permohonan {permohonan}", at=at, seal=seal)


def _of_units(_user: User, _period: UUID, units: set[int] | None) -> QuerySet[Permohonan]:
    """Those whose product is ready; they belong to no period of judging people."""
    rows = Permohonan.objects.filter(status__in=_READY)
    return rows if units is None else rows.filter(unit__in=units)


PRODUK = Paper(
    code="produk_layanan",
    label=_("Produk layanan"),
    model=Permohonan,
    render=product_pdf,
    content=product_content,
    check_can_see=permissions.check_can_see_permohonan,
    check_can_sign=permissions.check_can_handle_permohonan,
    subjects=_of_units,
)

register(PRODUK)
