"""A standar and a maklumat on paper."""

from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone, translation

from abdi.platform.documents import Seal, render_pdf
from abdi.platform.tenancy.scope import current_instansi
from abdi.services.standards.components import COMPONENTS, DELIVERY, Component
from abdi.services.standards.models import Maklumat, Standar
from abdi.services.standards.selectors import WAS_SET

FOLDER = Path(__file__).parent / "documents"


def standar_content(standar: Standar) -> dict[str, Any]:
    """What was set; nothing for a draft."""
    return _standar(standar) if standar.status in WAS_SET and standar.valid_from else {}


def maklumat_content(maklumat: Maklumat) -> dict[str, Any]:
    return {
        "unit": maklumat.unit.name,
        "nomor": maklumat.number,
        "bunyi": maklumat.text,
        "penanda": {
            "nama": maklumat.signed_by.name,
            "pangkat": maklumat.signed_by.golongan,
            "nip": maklumat.signed_by.nip,
        },
        "pada": maklumat.published_on.isoformat(),
    }


def standar_pdf(standar: Standar, seal: Seal | None = None) -> bytes:
    """A draft is marked as one."""
    is_draft = not standar_content(standar)
    day = standar.decided_on or timezone.localdate()
    return _render("standar.typ", {**_standar(standar), "draf": is_draft}, str(standar), day, seal)


def maklumat_pdf(maklumat: Maklumat, seal: Seal | None = None) -> bytes:
    data = {**maklumat_content(maklumat), "draf": False}
    return _render("maklumat.typ", data, f"Maklumat pelayanan {maklumat.unit}", maklumat.published_on, seal)


@translation.override(settings.LANGUAGE_CODE)
def _standar(standar: Standar) -> dict[str, Any]:
    """In the language of the office, whatever the reader's is: a digest stands on these words."""
    return {
        "layanan": standar.layanan.name,
        "kode": standar.layanan.code,
        "unit": standar.layanan.unit.name,
        "versi": standar.version,
        "keputusan": standar.decree,
        "ditetapkan": standar.decided_on and standar.decided_on.isoformat(),
        "berlaku": standar.valid_from and standar.valid_from.isoformat(),
        "penyampaian": [_component(one, standar) for one in COMPONENTS[:DELIVERY]],
        "pengelolaan": [_component(one, standar) for one in COMPONENTS[DELIVERY:]],
    }


def _component(one: Component, standar: Standar) -> dict[str, Any]:
    return {"nomor": one.number, "nama": str(one.label), "isi": one.lines(standar)}


def _render(template: str, data: dict[str, Any], title: str, day: date, seal: Seal | None) -> bytes:
    instansi = current_instansi()
    whole = {**data, "instansi": instansi.name, "tempat": instansi.place}
    at = timezone.make_aware(datetime.combine(day, time.min))
    return render_pdf(FOLDER / template, whole, title=title, at=at, seal=seal)
