"""The arithmetic of a clock that stands still now and then. No database, no clock."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

ONE_DAY = timedelta(days=1)

Counts = Callable[[date], bool]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """From `start` up to, not including, `end`."""

    start: datetime
    end: datetime

    def within(self, since: datetime, until: datetime) -> timedelta:
        """How much of it lies between the two."""
        return max(min(self.end, until) - max(self.start, since), timedelta())


def merged(spans: Iterable[Span]) -> list[Span]:
    """The same time, each moment counted once; in order."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def every_day(_day: date) -> bool:
    return True


def moved_day(
    due: date, since: date, spans: Sequence[Span], zone: tzinfo, counts: Counts = every_day
) -> date:
    """The last day of a deadline whose days are those that `counts` from `since` to `due`, both included.

    For each whole day (24 hours) lost on them it gets one more such day, those it gains included, and it never
    rests on a day that an outage touched. What is lost before `since`, after the last day, or on a day that does
    not count (it was passed over already) moves nothing. `spans` are merged.
    """
    start = midnight(min(since, due), zone)  # a deadline of no day at all may still be hit
    lost = _lost_by_day([span for span in spans if span.end > start], zone)
    owed = sum((time for day, time in lost.items() if since <= day <= due and counts(day)), timedelta())
    while due in lost or owed >= ONE_DAY:
        due = _following(due, counts)
        owed += lost.get(due, timedelta()) - ONE_DAY
    return due


def moved_by_stops(due: date, stops: Iterable[tuple[date, date]], counts: Counts) -> date:
    """A deadline in days: later by each day that counts after a stop (began, ended) began, up to the day that it ended.

    The day on which a stop began is the agency's own still, as the day of filing is no day of the deadline.
    """
    for began, ended in stops:
        if began <= due:
            for _lost in filter(counts, days_after(began, ended)):
                due = _following(due, counts)
    return due


def days_after(began: date, ended: date) -> Iterator[date]:
    """Up to and with the day that it ended."""
    return (began + number * ONE_DAY for number in range(1, (ended - began).days + 1))


def midnight(day: date, zone: tzinfo) -> datetime:
    return datetime.combine(day, time(), zone)


def _following(day: date, counts: Counts) -> date:
    day += ONE_DAY
    while not counts(day):
        day += ONE_DAY
    return day


def _lost_by_day(spans: Iterable[Span], zone: tzinfo) -> dict[date, timedelta]:
    """Day → how much of it was lost; those on which the service ran all day are absent."""
    lost: dict[date, timedelta] = {}
    for span in spans:
        day = span.start.astimezone(zone).date()
        while midnight(day, zone) < span.end:
            part = span.within(midnight(day, zone), midnight(day + ONE_DAY, zone))
            lost[day] = lost.get(day, timedelta()) + part
            day += ONE_DAY
    return {day: part for day, part in lost.items() if part}
