"""How long somebody will wait: a range with what it rests on, or nothing where there is too little to rest it on.

Pure. Service times of numbers like his, from the tenth to the ninetieth of a hundred, times those ahead, shared by
the counters that serve.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import quantiles

FEWEST = 20  # service times; under it, the ends of the range would be single cases
_TENTHS = 10


class Basis(StrEnum):
    """Which service times were found enough of, the nearest first."""

    SAME_HOUR = "same_hour"  # of this service, on days and at hours like this one
    SAME_SERVICE = "same_service"  # of this service, whenever
    SAME_LINE = "same_line"  # of all services of the line, whenever


@dataclass(frozen=True)
class Estimate:
    """Seconds from now. `n` service times of the kind `basis`; `counters` are serving the line now."""

    low: int
    high: int
    basis: Basis
    n: int
    counters: int


def estimate(ahead: int, counters: int, samples: Iterable[tuple[Basis, Sequence[int]]]) -> Estimate | None:
    """None while no counter serves, and under FEWEST times even in the widest sample (told nearest first)."""
    found = next(((basis, times) for basis, times in samples if len(times) >= FEWEST), None)
    if counters < 1 or found is None:
        return None
    basis, times = found
    tenths = quantiles(times, n=_TENTHS, method="inclusive")
    low, high = (round(one * ahead / counters) for one in (tenths[0], tenths[-1]))
    return Estimate(low, high, basis, len(times), counters)


def days_like(weekday: int) -> tuple[int, ...]:
    """Weekdays (Monday is 0) that fill like this one: after the weekend, mid-week, before prayers, the weekend."""
    classes = ((0,), (1, 2, 3), (4,), (5, 6))
    return next(days for days in classes if weekday in days)
