"""One indicator as a row of a table: target, what was found, how sure, and what it means."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from abdi.evaluation.enums import Reading
from abdi.evaluation.models import Evaluation, Realisation
from abdi.evaluation.results import measured_of
from abdi.evaluation.selectors import EvidenceLine, evidence_of
from abdi.measurement.catalogue import find_metric
from abdi.measurement.metric import Aggregate
from abdi.measurement.types import Measured
from abdi.measurement.wording import digits, interval_text, sentence, value_text
from abdi.planning.models import Iki
from abdi.planning.wording import target_text
from abdi.platform.ui import formats

TONES = {Reading.MEMENUHI: "ok", Reading.TIDAK_MEMENUHI: "warn"}
_COUNTED = {Aggregate.COUNT, Aggregate.CASES, Aggregate.SUM}
_BEFORE = 7  # characters of a digest that people compare, as with commits


@dataclass(frozen=True)
class Line:
    """What the table prints; `value` is None where no number may be shown yet."""

    iki: Iki
    realisation: Realisation | None
    target: str
    value: float | None
    value_text: str
    interval: str
    digits: int
    unit: str
    tone: str
    meaning: str
    trend: Sequence[float]
    trend_text: str
    lineage: list[tuple[str, ...]]

    @property
    def limit(self) -> float | None:
        """The tick of the range chart; a range has two ends and words have none, so they get none."""
        bounds = self.iki.bounds
        return float(bounds[0]) if len(bounds) == 1 else None

    @property
    def trend_limit(self) -> float | None:
        """A count is promised for the whole period, so one month is not held against it."""
        counted = self.iki.metric and find_metric(self.iki.metric).aggregate in _COUNTED
        return None if counted else self.limit


def lines_of(evaluation: Evaluation) -> list[Line]:
    """Every indicator of the SKP in its order; two queries."""
    return [line_of(one) for one in evidence_of(evaluation)]


def planned_lines(indicators: Iterable[Iki]) -> list[Line]:
    """Indicators that nothing was found for yet."""
    return [line_of(EvidenceLine(iki, None, Reading.BELUM_ADA)) for iki in indicators]


def line_of(found: EvidenceLine) -> Line:
    row = found.realisation
    measured = measured_of(row) if row else None
    shown = row is not None and row.enough and row.value is not None
    trend = row.lineage.get("tren", []) if row and shown else []
    return Line(
        iki=found.iki,
        realisation=row,
        target=target_text(found.iki),
        value=row.value if row and shown else None,
        value_text=_value(found.iki, row, measured) if row and shown else _words(found.iki, row),
        interval=interval_text(measured) if measured and shown else "",
        digits=digits(measured, row.value or 0) if measured and row else 2,
        unit=_unit(found.iki, measured),
        tone=TONES.get(found.reading, ""),
        meaning=_meaning(found, measured),
        trend=[month["nilai"] for month in trend],
        trend_text=_trend_text(trend, measured),
        lineage=lineage_of(row, measured) if row and measured else [],
    )


def lineage_of(row: Realisation, measured: Measured) -> list[tuple[str, ...]]:
    """Why this number, in five lines, and where each fact can be seen."""
    facts = _("%(n)s fakta, lihat satu per satu") % {"n": formats.number(measured.n)}
    rows: list[tuple[str, ...]] = [(_("Dari"), facts, reverse("workplace:why", args=[row.uid]))]
    if row.enough:
        rows.append((_("Hitungan"), sentence(measured)))
    rule = measured.rule_version or _("tanpa aturan hukum; hitungan katalog ukuran")
    return [
        *rows,
        (_("Aturan"), rule),
        (_("Sidik data"), f"{measured.digest[:_BEFORE]} · {_('diambil')} {formats.moment(row.taken_at)}"),
        (_("Keliru?"), _("Buka faktanya lalu sanggah yang keliru. Catatan lama tetap tersimpan.")),
    ]


def _meaning(found: EvidenceLine, measured: Measured | None) -> str:
    if found.reading == Reading.BELUM_CUKUP and measured:
        least = find_metric(measured.metric).minimum_n
        return _("Data belum cukup, minimum %(n)s") % {"n": formats.number(least)}
    return str(found.reading.label)


def _value(iki: Iki, row: Realisation, measured: Measured | None) -> str:
    if measured:
        return value_text(measured)
    return formats.with_unit(formats.number(row.value or 0), iki.satuan)


def _words(iki: Iki, row: Realisation | None) -> str:
    """A target in words is answered in words: what was reported, with its evidence."""
    return row.evidence if row and not iki.bounds else ""


def _unit(iki: Iki, measured: Measured | None) -> str:
    return "%" if measured and measured.unit == "persen" else measured.unit if measured else iki.satuan


def _trend_text(trend: Sequence[dict[str, Any]], measured: Measured | None) -> str:
    if len(trend) < 2 or measured is None:
        return ""
    first, last = (formats.number(trend[at]["nilai"], digits(measured, trend[at]["nilai"])) for at in (0, -1))
    return _("%(months)s bulan, dari %(first)s ke %(last)s") % {
        "months": len(trend),
        "first": first,
        "last": last,
    }
