"""The arithmetic of a clock that stands still now and then. No database, no clock."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """From `start` up to, not including, `end`."""

    start: datetime
    end: datetime

    def within(self, since: datetime, until: datetime) -> timedelta:
        """How much of it lies between the two."""
        return max(min(self.end, until) - max(self.start, since), timedelta())

    def touches(self, day: date, zone: tzinfo) -> bool:
        return bool(self.within(midnight(day, zone), midnight(day + ONE_DAY, zone)))


def merged(spans: Iterable[Span]) -> list[Span]:
    """The same time, each moment counted once; in order."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def moved_moment(due: datetime, since: datetime, spans: Sequence[Span]) -> datetime:
    """The first moment at which as much running time has passed since `since` as was promised up to `due`.

    `spans` are merged. What is lost may push the moment into the next outage, which then counts too.
    """
    for span in spans:
        if span.start < due:
            due += span.within(since, span.end)
    return due


def moved_day(due: date, since: date, spans: Sequence[Span], zone: tzinfo) -> date:
    """The last day of a deadline counted in calendar days, both ends included.

    It moves by the whole days (24 hours) that were lost, and never rests on a day that an outage touched: then it
    is at least the day after the outage ended. `spans` are merged.
    """
    moved = due
    while (further := _no_earlier_than(due, moved, since, spans, zone)) > moved:
        moved = further
    return moved


def midnight(day: date, zone: tzinfo) -> datetime:
    return datetime.combine(day, time(), zone)


def _no_earlier_than(due: date, moved: date, since: date, spans: Sequence[Span], zone: tzinfo) -> date:
    first, last = midnight(since, zone), midnight(moved + ONE_DAY, zone)
    lost = sum((span.within(first, last) for span in spans), timedelta())
    after = [_day_after(span, zone) for span in spans if span.touches(moved, zone)]
    return max([due + lost.days * ONE_DAY, *after])


def _day_after(span: Span, zone: tzinfo) -> date:
    """The end itself is running time again, so an outage that ends at midnight leaves the new day whole."""
    last_moment = span.end - timedelta.resolution
    return last_moment.astimezone(zone).date() + ONE_DAY
