"""What a metric is: the facts it rests on, and how they become one number."""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise

from abdi.measurement.minimum import MINIMUM_N


class Aggregate(StrEnum):
    """How the facts become one number. Formulas: measurement/estimates.py."""

    COUNT = "count"  # facts
    CASES = "cases"  # distinct case keys
    SUM = "sum"
    MEAN = "mean"
    MEDIAN = "median"
    P90 = "p90"
    SHARE = "share"  # facts of value 1 among facts of value 0 or 1
    RATIO = "ratio"  # sum of the first kind over sum of the second
    IKM = "ikm"  # index of public satisfaction, one kind an element


class Direction(StrEnum):
    NAIK = "naik"  # more is better
    TURUN = "turun"  # less is better


@dataclass(frozen=True, slots=True)
class Metric:
    """One entry of the catalogue.

    `scale` turns the unit of the facts into `unit` (seconds into days: 1/86400). `minimum_n` is the fewest
    facts with which the number may be shown about a person. `dasar` is what it rests on.
    """

    name: str
    label: str | Promise
    kinds: tuple[str, ...]
    aggregate: Aggregate
    unit: str
    direction: Direction
    dasar: str
    explanation: str | Promise
    scale: float = 1.0
    minimum_n: int = MINIMUM_N
