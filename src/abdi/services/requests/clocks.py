"""The two clocks of one request, and what a stop does to its deadline. No database, no clock.

The citizen's runs from filing to the end. The agency's runs in its open hours only, and stands while the citizen has
the papers. An office that sends people home to fetch one paper after another looks well on the one, never on the other.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import takewhile

from abdi.platform.outages.spans import Span

Opens = Callable[[datetime], Iterator[Span]]  # every open span from that day on, in order


def felt(filed_at: datetime, ended_at: datetime) -> timedelta:
    """By the calendar, nights and holidays included."""
    return max(ended_at - filed_at, timedelta())


def agency(filed_at: datetime, ended_at: datetime, stops: Sequence[Span], opens: Opens) -> timedelta:
    """Open hours between the two, without those that fall into `stops` (merged)."""
    worked = timedelta()
    for one in takewhile(lambda span: span.start < ended_at, opens(filed_at)):
        since, until = max(one.start, filed_at), min(one.end, ended_at)
        stood = sum((stop.within(since, until) for stop in stops), timedelta())
        worked += one.within(filed_at, ended_at) - stood
    return worked


def moved(due: datetime, stops: Iterable[Span], opens: Opens) -> datetime:
    """A deadline in open hours: after each stop (merged, in order) the hours that were left begin again.

    Never earlier than before, and a stop after the deadline moves nothing: what was late stays late.
    """
    for stop in stops:
        if stop.start < due:
            left = agency(stop.start, due, (), opens)
            due = max(due, _after(stop.end, left, opens))
    return due


def share_used(filed_at: datetime, due: datetime, now: datetime) -> float:
    """How much of the promised time is gone: 0 when filed, 1 at the deadline, more after it."""
    return (now - filed_at) / (due - filed_at) if due > filed_at else float("inf")


def _after(moment: datetime, length: timedelta, opens: Opens) -> datetime:
    for one in opens(moment):
        lasts = one.end - max(one.start, moment)
        if lasts >= length and lasts > timedelta():
            return max(one.start, moment) + length
        length -= max(lasts, timedelta())
    return moment + length  # no opening is known any more
