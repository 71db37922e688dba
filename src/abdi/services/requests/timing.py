"""The clocks of a permohonan, read from its steps, its standar, the unit's hours and the outages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from django.utils import timezone

from abdi.platform.calendar.selectors import working_calendar
from abdi.platform.outages.selectors import extended_day, outage_spans
from abdi.platform.outages.spans import ONE_DAY, Span, every_day, merged, moved_by_stops
from abdi.rules import RuleInputError
from abdi.services.hours.book import read_book
from abdi.services.requests import clocks
from abdi.services.requests.enums import CLOSED, PermohonanStatus
from abdi.services.requests.models import Permohonan, Step
from abdi.services.standards.deadlines import promised
from abdi.services.standards.enums import TimeUnit

LONGEST = 732  # days over which hours are counted; none is promised for longer
ENDS = {PermohonanStatus.SELESAI, *CLOSED}  # the product is there, or there will be none
_BY_HOURS = {TimeUnit.MENIT, TimeUnit.JAM}


@dataclass(frozen=True, slots=True)
class Clocks:
    felt: timedelta
    agency: timedelta
    is_paused: bool
    ended_at: datetime | None  # when the product was ready, or it was refused or withdrawn


def clocks_of(permohonan: Permohonan, steps: Sequence[Step], now: datetime) -> Clocks:
    """Both clocks up to `now`, or to the end; `steps` in order."""
    ended_at = end_of(steps)
    until = ended_at or now
    return Clocks(
        felt=clocks.felt(permohonan.filed_at, until),
        agency=clocks.agency(permohonan.filed_at, until, stops_of(steps, until), opens_of(permohonan)),
        is_paused=permohonan.status == PermohonanStatus.DIKEMBALIKAN,
        ended_at=ended_at,
    )


def due_of(permohonan: Permohonan, steps: Sequence[Step], now: datetime) -> datetime | None:
    """What the standar promised on the day of filing, moved by the stops and outages up to `now`.

    None without a promised time, or where it runs into a year whose holidays are not known.
    """
    standar = permohonan.standar
    promise = promised(standar, permohonan.filed_at) if standar else None
    if standar is None or promise is None:
        return None
    stops = stops_of(steps, now)
    if standar.time_unit in _BY_HOURS:
        return clocks.moved(promise, _with_outages(permohonan, stops), opens_of(permohonan))
    try:
        return _by_days(permohonan, TimeUnit(standar.time_unit), promise, stops)
    except RuleInputError:
        return None


def stops_of(steps: Sequence[Step], now: datetime) -> list[Span]:
    """While the citizen had the papers, an ongoing one up to `now`."""
    spans = [(one, after.began_at) for one, after in pairwise(steps)]
    if steps:
        spans.append((steps[-1], now))
    waits = ((one.began_at, end) for one, end in spans if one.status == PermohonanStatus.DIKEMBALIKAN)
    return merged(Span(began, max(began, end)) for began, end in waits)


def end_of(steps: Sequence[Step]) -> datetime | None:
    return next((one.began_at for one in steps if one.status in ENDS), None)


def opens_of(permohonan: Permohonan) -> clocks.Opens:
    """The hours of the unit for this service."""
    book = read_book([permohonan.unit_id], timezone.localdate(permohonan.filed_at))

    def spans(moment: datetime) -> Iterator[Span]:
        first = timezone.localdate(moment)
        for number in range(LONGEST):
            day = book.on(permohonan.unit_id, permohonan.layanan_id, first + number * ONE_DAY)
            yield from (Span(opens, closes) for opens, closes in day.spans)

    return spans


def _with_outages(permohonan: Permohonan, stops: Sequence[Span]) -> list[Span]:
    began = permohonan.filed_at
    outages = (Span(max(one.start, began), one.end) for one in outage_spans() if one.end > began)
    return merged([*stops, *outages])


def _by_days(permohonan: Permohonan, unit: TimeUnit, promise: datetime, stops: Sequence[Span]) -> datetime:
    filed, due = timezone.localdate(permohonan.filed_at), timezone.localdate(promise)
    calendar = working_calendar(range(filed.year, due.year + 2), on=filed)
    counts = calendar.is_working_day if unit == TimeUnit.HARI_KERJA else every_day
    days = [(timezone.localdate(one.start), timezone.localdate(one.end)) for one in stops]
    last = extended_day(moved_by_stops(due, days, counts), since=filed + ONE_DAY, counts=counts)
    return timezone.localtime(promise) + (last - due)
