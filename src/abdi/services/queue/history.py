"""The states of one ticket as spans of time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from abdi.services.queue.enums import Cause, TicketStatus
from abdi.services.queue.models import Interval, seconds_between


@dataclass(frozen=True)
class Span:
    """One state, from its beginning until the next began."""

    state: str
    cause: str
    began: datetime
    ended: datetime

    @property
    def seconds(self) -> int:
        return seconds_between(self.began, self.ended)


def spans(intervals: Sequence[Interval], until: datetime | None = None) -> list[Span]:
    """Every state that has ended; with `until`, also the last one, which lasted until then."""
    began = [one.began_at for one in intervals]
    ends = began[1:] if until is None else [*began[1:], until]
    return [Span(one.state, one.cause, one.began_at, end) for one, end in zip(intervals, ends, strict=False)]


def seconds_in(found: Iterable[Span], state: TicketStatus, cause: Cause | None = None) -> int:
    """How long it was in a state altogether; with `cause`, only when that was why."""
    return sum(one.seconds for one in found if one.state == state and cause in {None, one.cause})


def first_of(intervals: Sequence[Interval], state: TicketStatus) -> Interval | None:
    return next((one for one in intervals if one.state == state), None)


def too_close(moments: Sequence[datetime], seconds: int) -> int:
    """How many of these moments came sooner than `seconds` after the one before."""
    return sum(seconds_between(one, other) < seconds for one, other in pairwise(moments))
