"""The action plan on paper."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone, translation

from abdi.activity.progress.models import ActionLine, ActionQuarter
from abdi.activity.progress.selectors import action_plan
from abdi.organisation.selectors import placement_of
from abdi.planning.models import Skp
from abdi.planning.snapshot import period_of, person
from abdi.platform.documents import render_pdf

TEMPLATE = Path(__file__).parent / "documents" / "rencana_aksi.typ"


def rencana_aksi_pdf(skp: Skp) -> bytes:
    """As it stands now; marked as a draft while the SKP it serves is not agreed."""
    return render_pdf(TEMPLATE, content_of(skp), title=f"Rencana aksi {skp}", at=timezone.now())


@translation.override(settings.LANGUAGE_CODE)
def content_of(skp: Skp) -> dict[str, Any]:
    """JSON-ready; people stand as they were placed when the SKP begins."""
    return {
        "instansi": skp.instansi.name,
        "tempat": skp.instansi.place,
        "periode": period_of(skp.period),
        "pegawai": person(skp.employee, placement_of(skp.employee, skp.start)),
        "pejabat_penilai": person(skp.pejabat_penilai, placement_of(skp.pejabat_penilai, skp.start)),
        "triwulan": list(ActionQuarter.QUARTERS),
        "rencana": [_line(line) for line in action_plan(skp)],
        "draf": skp.agreed_at is None,
    }


def _line(line: ActionLine) -> dict[str, Any]:
    return {
        "rhk": line.rhk.text,
        "iki": line.iki.text if line.iki else "",
        "aksi": line.text,
        "bukti": line.evidence_wanted,
        "triwulan": {
            str(row.quarter): {"target": row.target, "realisasi": row.realisation, "catatan": row.note}
            for row in line.quarters.all()
        },
    }
