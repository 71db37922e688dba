"""What released answers tell: per unit, service, channel and officer's links, with and without what is flagged.

Nothing about fewer than five leaves this module, nor what would give it away by subtraction.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from statistics import stdev
from typing import TypeVar

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from abdi.rules.arithmetic import fixed
from abdi.rules.unsur import UNSUR
from abdi.voice.surveys.enums import Channel, Weighing
from abdi.voice.surveys.index import Index, Tally, index_of
from abdi.voice.surveys.models import Response, SurveyPeriod, Token
from abdi.voice.surveys.policies import BATCH
from abdi.voice.surveys.signs import Sign, is_flagged

K = TypeVar("K", bound=Hashable)
Answers = Mapping[str, int]
Part = tuple[str, int]  # what it is called and its id, for two units may have one name
_ANSWERED = Count("pk", filter=Q(is_used=True))


@dataclass(frozen=True, slots=True)
class Rate:
    """Links that were answered, of those given out; None where too few were to say it."""

    minted: int
    answered: int | None
    share: float | None


@dataclass(frozen=True, slots=True)
class Cell:
    """A part of the answers. `n` and `index` are None where there are too few, or where they would tell of too few."""

    label: str
    n: int | None
    index: Index | None


@dataclass(frozen=True, slots=True)
class Result:
    """`index` counts every answer, `without` leaves the flagged out. None where fewer than five stand behind it, and
    `without` also where the difference would tell of fewer than five. `straight`: rows of one answer throughout."""

    n: int
    index: Index | None
    without: Index | None
    flagged: int | None
    straight: int | None
    channels: list[Cell]
    layanan: list[Cell]
    rate: Rate


@dataclass(frozen=True, slots=True)
class _Row:
    answers: Answers
    is_flagged: bool
    is_straight: bool
    channel: str
    layanan: Part
    unit: Part


def results(period: SurveyPeriod) -> Result:
    """Of one period, by the law as it stands on its last day. Three queries."""
    rows, on = _rows(answers_of(period)), period.last
    kept = [row for row in rows if not row.is_flagged]
    flagged, straight = len(rows) - len(kept), sum(row.is_straight for row in rows)
    return Result(
        n=len(rows),
        index=_index(rows, on),
        without=_index(kept, on) if not 0 < flagged < BATCH else None,
        flagged=None if 0 < flagged < BATCH else flagged,
        straight=None if 0 < straight < BATCH else straight,
        channels=_cells(rows, lambda row: (str(Channel(row.channel).label), 0), on),
        layanan=_cells(rows, lambda row: row.layanan, on),
        rate=_rate(**tokens_of(period).aggregate(minted=Count("pk"), answered=_ANSWERED)),
    )


def agency_result(first: date, last: date, how: Weighing) -> tuple[list[Cell], str | None]:
    """Each unit, and one figure of all: every respondent counts alike, or every unit does. None below five."""
    rows = _rows(Response.objects.released().filter(day__range=(first, last)))
    units = _cells(rows, lambda row: row.unit, last)
    if how == Weighing.RESPONDEN:
        index = _index(rows, last)
        return units, index.value if index else None
    return units, _mean([one.index for one in units if one.index])


def officer_rates(period: SurveyPeriod) -> list[tuple[str, Rate]]:
    """Whose links are answered how often: who gives out none, or sees to it that none is answered, shows here.

    No answer of anybody is told.
    """
    rows = (
        tokens_of(period)
        .exclude(employee=None)
        .values("employee__name", "employee")
        .annotate(minted=Count("pk"), answered=_ANSWERED)
        .order_by("employee__name", "employee")
    )
    return [(row["employee__name"], _rate(row["minted"], row["answered"])) for row in rows]


def answers_of(period: SurveyPeriod) -> QuerySet[Response]:
    """The released ones that are counted in it."""
    rows = Response.objects.released().filter(unit=period.unit_id, day__range=(period.first, period.last))
    return rows.filter(layanan=period.layanan_id) if period.layanan_id else rows


def tokens_of(period: SurveyPeriod) -> QuerySet[Token]:
    rows = Token.objects.filter(
        unit=period.unit_id, served_on__range=(period.first, period.last), is_revoked=False
    )
    return rows.filter(layanan=period.layanan_id) if period.layanan_id else rows


def hidden(counts: Mapping[K, int]) -> set[K]:
    """Which parts of a whole may not be told: those below five, and one more where subtraction would give them away."""
    small = {key for key, n in counts.items() if 0 < n < BATCH}
    rest = [key for key, n in counts.items() if n and key not in small]
    if small and sum(counts[key] for key in small) < BATCH and rest:
        small.add(min(rest, key=lambda key: counts[key]))
    return small


def tally_of(answers: Iterable[Answers]) -> Tally:
    """Sums and counts of each unsur, in the order of the regulation."""
    rows = [one for one in answers if one]
    given = {unsur: [row[unsur] for row in rows if unsur in row] for unsur in UNSUR}
    means = [sum(row.values()) / len(row) for row in rows]
    spread = stdev(means) if len(means) > 1 else None
    return Tally(len(rows), {unsur: (sum(points), len(points)) for unsur, points in given.items()}, spread)


def _rows(answers: QuerySet[Response]) -> list[_Row]:
    wanted = ("answers", "flags", "channel", "layanan__name", "layanan", "unit__name", "unit")
    unnamed = _("Layanan tidak disebut")
    return [
        _Row(
            answers=given,
            is_flagged=is_flagged(flags),
            is_straight=Sign.STRAIGHT_LINE in flags,
            channel=channel,
            layanan=(layanan or unnamed, layanan_id or 0),
            unit=(unit, unit_id),
        )
        for given, flags, channel, layanan, layanan_id, unit, unit_id in answers.order_by().values_list(
            *wanted
        )
    ]


def _index(rows: list[_Row], on: date) -> Index | None:
    return index_of(tally_of(row.answers for row in rows), on) if len(rows) >= BATCH else None


def _cells(rows: list[_Row], key: Callable[[_Row], Part], on: date) -> list[Cell]:
    parts = defaultdict[Part, list[_Row]](list)
    for row in rows:
        parts[key(row)].append(row)
    small = hidden({one: len(part) for one, part in parts.items()})
    return [
        Cell(one[0], None, None) if one in small else Cell(one[0], len(part), _index(part, on))
        for one, part in sorted(parts.items())
    ]


def _rate(minted: int, answered: int) -> Rate:
    return Rate(minted, answered, answered / minted) if minted >= BATCH else Rate(minted, None, None)


def _mean(indexes: list[Index]) -> str | None:
    """Every unit counts alike; of the figures as they are printed, so that anybody can do the sum."""
    if not indexes:
        return None
    return fixed(sum((Fraction(one.value) for one in indexes), Fraction(0)) / len(indexes))
