"""The matrix on paper: matriks pembagian peran dan hasil (PermenPANRB 6/2022, annex)."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone, translation

from abdi.organisation.selectors import placement_of
from abdi.planning.enums import SkpStatus
from abdi.planning.matrix.selectors import Row, columns_of, day_of, people_of, rows_of
from abdi.planning.models import Iki, Skp
from abdi.planning.snapshot import period_of, person
from abdi.planning.wording import target_text
from abdi.platform.documents import Seal, render_pdf

TEMPLATE = Path(__file__).parents[1] / "documents" / "matriks.typ"


def matrix_pdf(skp: Skp, seal: Seal | None = None) -> bytes:
    """As it stands; marked as a draft until the leader's own plan is agreed."""
    title = f"Matriks peran hasil {skp}"
    return render_pdf(TEMPLATE, sheet_of(skp), title=title, at=timezone.now(), seal=seal)


@translation.override(settings.LANGUAGE_CODE)
def sheet_of(skp: Skp) -> dict[str, Any]:
    """What the form prints; six queries, however many people."""
    columns = columns_of(skp)
    return {
        "instansi": skp.instansi.name,
        "periode": period_of(skp.period),
        "pimpinan": person(skp.employee, placement_of(skp.employee, day_of(skp))),
        "draf": skp.status != SkpStatus.DISEPAKATI,
        "kolom": column_rows(columns),
        "baris": [_line(row) for row in rows_of(skp, people_of(skp), columns)],
    }


def column_rows(columns: Iterable[Iki]) -> list[dict[str, str]]:
    return [{"rhk": iki.rhk.text, "iki": iki.text, "target": target_text(iki)} for iki in columns]


def _line(row: Row) -> dict[str, Any]:
    position = row.placement.position if row.placement else None
    return {
        "nama": row.employee.name,
        "jabatan": position.name if position else "",
        "unit": position.unit.name if position else "",
        "tim": row.member.team if row.member else "",
        "ketua": bool(row.member and row.member.is_lead),
        "sel": [cell.text if cell else "" for _iki, cell in row.cells],
    }
