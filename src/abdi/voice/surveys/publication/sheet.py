"""The publication sheet in numbers and words: what is frozen when it is published (PermenPANRB 14/2017)."""

from dataclasses import asdict
from typing import Any

from abdi.voice.surveys.models import SurveyPeriod
from abdi.voice.surveys.results import Cell, Result
from abdi.voice.surveys.selectors import instrument_in_use, sample_needed


def content_of(period: SurveyPeriod, result: Result) -> dict[str, Any]:
    """Of a result that has an index. Nothing in it stands for fewer than five answers."""
    index = result.index
    if index is None:
        raise ValueError("nothing to publish")
    return {
        "unit": period.unit.name,
        "layanan": period.layanan.name if period.layanan else "",
        "mulai": period.first.isoformat(),
        "selesai": period.last.isoformat(),
        **index.brief(),
        "kinerja": index.kinerja_unit,
        "ni": index.ni,
        "rentang": [index.low, index.high],
        "sampel": sample_needed(period),
        "unsur": [{**asdict(one), "kode": code} for code, one in index.coded(instrument_in_use().urutan)],
        "terendah": list(index.lowest),
        "tanpa_ditandai": result.without and result.without.brief(),
        "ditandai": result.flagged,
        "seragam": result.straight,
        "kanal": [_cell(one) for one in result.channels],
        "per_layanan": [_cell(one) for one in result.layanan],
        "tautan": {"terbit": result.rate.minted, "dijawab": result.rate.answered},
        "aturan": index.version,
    }


def _cell(cell: Cell) -> dict[str, Any]:
    return {"nama": cell.label, "n": cell.n, "ikm": cell.index.value if cell.index else None}
