"""Days of the agency's clock: what stops it, for how long, and how many are used. No database, no clock.

A stop (began, ended) loses the days after it began up to the day that it ended, as `moved_by_stops` counts them.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from abdi.platform.outages.spans import ONE_DAY, Counts, days_after

Stop = tuple[date, date]


def capped(pauses: Iterable[Stop], cap: int, counts: Counts) -> list[Stop]:
    """The same pauses, in order, cut where together they have lost `cap` days that count; then the clock runs again."""
    left, kept = cap, []
    for began, ended in pauses:
        until = began
        while until < ended and (left or not counts(until + ONE_DAY)):
            until += ONE_DAY
            left -= counts(until)
        kept.append((began, until))
    return kept


def days_lost(stops: Sequence[Stop], counts: Counts) -> int:
    return sum(_days(began, ended, counts) for began, ended in stops)


def days_used(since: date, until: date, stops: Sequence[Stop], counts: Counts) -> int:
    """Days that count after `since` up to `until`, without those lost in `stops` (disjoint)."""
    inside = [(max(began, since), min(ended, until)) for began, ended in stops]
    return _days(since, until, counts) - days_lost(inside, counts)


def _days(began: date, ended: date, counts: Counts) -> int:
    return sum(map(counts, days_after(began, ended)))
