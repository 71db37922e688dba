"""How units deal with complaints: in time, how fast, reopened. Never a ranking by how many came in (e-4)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil
from statistics import median
from typing import NamedTuple

from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Coalesce
from django.utils import timezone

from abdi.measurement.minimum import MINIMUM_N
from abdi.organisation.models import Unit
from abdi.platform.outages.spans import ONE_DAY, midnight
from abdi.voice.complaints.enums import ENDED, Status
from abdi.voice.complaints.models import Complaint, Reopening

_P90 = 0.9
_UNCOUNTED = (Status.ARSIP, Status.DICABUT, Status.BUKAN_WEWENANG)  # no unit could have answered them


@dataclass(frozen=True, slots=True)
class UnitFigures:
    """Of one unit; None where the cell is too small to be told. `in_time` and `reopened` are shares of `answered`."""

    unit: Unit
    received: int | None
    open: int | None
    answered: int | None
    in_time: float | None
    felt_median: timedelta | None
    felt_p90: timedelta | None
    reopened: float | None


class _Case(NamedTuple):
    is_open: bool
    felt: timedelta | None
    in_time: bool | None
    reopened: bool


def statistics(
    *, since: date, until: date, units: Iterable[int] | None = None, smallest: int = MINIMUM_N
) -> list[UnitFigures]:
    """Complaints received from `since` to `until` (both included), by unit in the order of their codes. Two queries.

    Those about a person are left out: beside the list of his unit its head would read that there is one (e-7).
    Counts below `smallest` are not told, nor what they could be reckoned from; for those who may see the complaints
    themselves it may be 1. Merged reports count as received: merging hides no magnitude (e-10).
    """
    cases = _cases(since, until)
    found = Unit.objects.filter(pk__in=cases if units is None else set(cases) & set(units)).order_by("code")
    return [_figures(unit, cases[unit.pk], smallest) for unit in found]


def _cases(since: date, until: date) -> dict[int, list[_Case]]:
    zone = timezone.get_current_timezone()
    rows = Complaint.objects.filter(
        received_at__gte=midnight(since, zone), received_at__lt=midnight(until + ONE_DAY, zone)
    ).exclude(Q(status__in=_UNCOUNTED) | Q(is_about_person=True))
    rows = rows.annotate(
        at_unit=Coalesce("unit_assigned", "unit"),
        was_reopened=Exists(Reopening.objects.filter(complaint=OuterRef("pk"))),
    ).exclude(at_unit=None)
    columns = ("at_unit", "status", "felt_since", "answered_at", "answer_due", "was_reopened")
    found: defaultdict[int, list[_Case]] = defaultdict(list)
    for unit, status, began, answered, due, reopened in rows.order_by().values_list(*columns):
        felt = answered - began if answered else None
        in_time = timezone.localdate(answered) <= due if answered and due else None
        found[unit].append(_Case(status not in ENDED and answered is None, felt, in_time, reopened))
    return found


def _figures(unit: Unit, cases: Sequence[_Case], smallest: int) -> UnitFigures:
    answered = [one for one in cases if one.felt is not None]
    open_ones = sum(one.is_open for one in cases)
    received, counts = len(cases), (open_ones, len(answered), len(cases) - open_ones - len(answered))
    is_telling = all(number == 0 or number >= smallest for number in counts)
    felt = sorted(one.felt for one in answered if one.felt is not None)
    is_enough = len(felt) >= MINIMUM_N
    return UnitFigures(
        unit=unit,
        received=received if received >= smallest or not received else None,
        open=open_ones if is_telling else None,
        answered=len(answered) if is_telling else None,
        in_time=_share([one.in_time for one in answered if one.in_time is not None]),
        felt_median=timedelta(seconds=median(one.total_seconds() for one in felt)) if is_enough else None,
        felt_p90=felt[ceil(_P90 * len(felt)) - 1] if is_enough else None,
        reopened=_share([one.reopened for one in answered]),
    )


def _share(met: Sequence[bool]) -> float | None:
    return sum(met) / len(met) if len(met) >= MINIMUM_N else None
