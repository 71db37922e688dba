"""An SKP as plain data: what was agreed, what a document prints, what two versions are compared by."""

from typing import Any

from django.conf import settings
from django.utils import timezone, translation

from abdi.organisation.law.answers import evaluate
from abdi.organisation.models import Employee, Placement
from abdi.organisation.selectors import placements_on
from abdi.planning.models import Iki, Period, Rhk, Skp


@translation.override(settings.LANGUAGE_CODE)
def document_of(skp: Skp) -> dict[str, Any]:
    """Everything the SKP form prints; JSON-ready. People stand as they were placed when the SKP begins.

    In the language of the official form, whatever language the reader's screen speaks.
    """
    placed = placements_on([skp.employee, skp.pejabat_penilai], skp.start)
    return {
        "instansi": skp.instansi.name,
        "tempat": skp.instansi.place,
        "periode": period_of(skp.period),
        "pegawai": person(skp.employee, placed.get(skp.employee_id)),
        "pejabat_penilai": person(skp.pejabat_penilai, placed.get(skp.pejabat_penilai_id)),
        "pendekatan": skp.pendekatan,
        "is_head": skp.position.is_head,
        "skp": content_of(skp),
        "perilaku": evaluate("perilaku_kerja", on=skp.start, input={}).value,
        "disepakati": skp.agreed_at and timezone.localtime(skp.agreed_at).isoformat(),
        "draf": skp.agreed_at is None,
    }


def content_of(skp: Skp) -> dict[str, Any]:
    """The plan itself; four queries however long it is."""
    return {
        "rhk": [_rhk(rhk) for rhk in skp.rhk.prefetch_related("iki")],
        "ekspektasi": {line.nilai: line.text for line in skp.ekspektasi.all()},
        "lampiran": [{"kind": line.kind, "text": line.text} for line in skp.annex.all()],
    }


def period_of(period: Period) -> dict[str, str]:
    return {
        "nama": period.name,
        "jenis": period.kind,
        "mulai": period.start.isoformat(),
        "selesai": period.end.isoformat(),
    }


def person(employee: Employee, placement: Placement | None) -> dict[str, str]:
    return {
        "nama": employee.name,
        "nip": employee.nip,
        "pangkat": employee.golongan,
        "jabatan": placement.position.name if placement else "",
        "unit": placement.position.unit.name if placement else "",
    }


def _rhk(rhk: Rhk) -> dict[str, Any]:
    return {
        "uid": str(rhk.uid),
        "kind": rhk.kind,
        "text": rhk.text,
        "intervened_text": rhk.intervened_text,
        "assigned_by": rhk.assigned_by,
        "iki": [_iki(iki) for iki in rhk.iki.all()],
    }


def _iki(iki: Iki) -> dict[str, Any]:
    return {
        "uid": str(iki.uid),
        "text": iki.text,
        "aspek": iki.aspek,
        "label_aspek": str(iki.get_aspek_display()),
        "perspektif": iki.perspektif,
        "label_perspektif": str(iki.get_perspektif_display()),
        "arah": iki.arah,
        "target": None if iki.target is None else str(iki.target),
        "target_high": None if iki.target_high is None else str(iki.target_high),
        "target_text": iki.target_text,
        "satuan": iki.satuan,
        "metric": iki.metric,
        "metric_scope": iki.metric_scope,
    }
