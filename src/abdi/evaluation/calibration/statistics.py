"""How an assessor's ratings lie beside those of the board. Pure arithmetic; every formula names its source.

A rating counts −1, 0 or 1, a person the mean of his two. What leniency, severity, halo and range are: Saal,
Downey & Lahey 1980, "Rating the ratings", Psychological Bulletin 88:413. They describe ratings; whether people
or the rating differ, no statistic can say, so every figure is a question to the assessor and never a verdict.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from statistics import NormalDist
from typing import NamedTuple

from abdi.measurement.statistics import CONFIDENCE, mean_interval, t_quantile

MINIMUM_PEOPLE = 5  # fewer describe single people, and would let one be read out of a figure
POINTS = {"di_bawah": -1, "sesuai": 0, "di_atas": 1}
_Z = NormalDist().inv_cdf((1 + CONFIDENCE) / 2)
_SMALLEST_FOR_FISHER = 4  # its variance is 1/(n − 3)


class Pair(NamedTuple):
    """The two ratings of a person, by code."""

    hasil: str
    perilaku: str

    @property
    def score(self) -> float:
        return (POINTS[self.hasil] + POINTS[self.perilaku]) / 2


@dataclass(frozen=True)
class Figure:
    """A value with its 95 % interval; `low` and `high` None where none can be given."""

    value: float
    low: float | None
    high: float | None


@dataclass(frozen=True)
class AssessorStatistics:
    """Of one assessor; every figure None below the minimum number of people."""

    people: int
    leniency: Figure | None
    halo: Figure | None
    spread: Figure | None

    @property
    def is_enough(self) -> bool:
        return self.people >= MINIMUM_PEOPLE


def statistics_of(own: Mapping[Pair, int], board: Mapping[Pair, int]) -> AssessorStatistics:
    """`own`: how many of his people carry which pair of ratings; `board`: the same for everybody on it."""
    people = sum(own.values())
    if people < MINIMUM_PEOPLE:
        return AssessorStatistics(people, None, None, None)
    return AssessorStatistics(people, leniency(own, board), halo(own), spread(own))


def leniency(own: Mapping[Pair, int], board: Mapping[Pair, int]) -> Figure:
    """His mean score minus the board's: above zero milder than the board, below zero more severe.

    Student's t interval of his mean ("Student" 1908, Biometrika 6:1), the board's mean taken as it is.
    """
    n, mean, deviation = _moments(own)
    reference = _moments(board)[1]
    low, high = mean_interval(mean, deviation, n)
    difference = [None if end is None else end - reference for end in (low, high)]
    return Figure(mean - reference, difference[0], difference[1])


def halo(own: Mapping[Pair, int]) -> Figure | None:
    """Pearson's correlation of his ratings of hasil and perilaku: near 1, the one tells the other.

    Interval by Fisher's z (Fisher 1921, Metron 1:3). None where one of the two never varies.
    """
    n = sum(own.values())
    correlation = _correlation(own, n)
    if correlation is None:
        return None
    if n < _SMALLEST_FOR_FISHER or abs(correlation) >= 1:
        return Figure(correlation, None, None)
    z, half = math.atanh(correlation), _Z / math.sqrt(n - 3)
    return Figure(correlation, math.tanh(z - half), math.tanh(z + half))


def spread(own: Mapping[Pair, int]) -> Figure:
    """Standard deviation of his scores: near zero, he tells nobody apart.

    Interval by the jackknife with Student's t (Efron & Tibshirani 1993, An Introduction to the Bootstrap, 11),
    since ratings are far from normal; cut at zero. None where all are alike.
    """
    n, mean, deviation = _moments(own)
    if not deviation:
        return Figure(0.0, None, None)
    total = deviation * deviation * (n - 1)
    without = {pair: _deviation_without(pair.score - mean, total, n) for pair in own}
    centre = sum(without[pair] * people for pair, people in own.items()) / n
    variance = (n - 1) / n * sum((without[pair] - centre) ** 2 * people for pair, people in own.items())
    half = t_quantile(n - 1) * math.sqrt(variance)
    return Figure(deviation, max(0.0, deviation - half), deviation + half)


def _moments(pairs: Mapping[Pair, int]) -> tuple[int, float, float]:
    """n, mean and standard deviation (n − 1) of the scores."""
    n = sum(pairs.values())
    mean = sum(pair.score * people for pair, people in pairs.items()) / n
    total = sum((pair.score - mean) ** 2 * people for pair, people in pairs.items())
    return n, mean, math.sqrt(total / (n - 1)) if n > 1 else 0.0


def _deviation_without(distance: float, total: float, n: int) -> float:
    """Of the n − 1 others: leaving one out takes n/(n − 1) of its squared distance from the sum of squares."""
    left = max(0.0, total - distance * distance * n / (n - 1))
    return math.sqrt(left / (n - 2))


def _correlation(pairs: Mapping[Pair, int], n: int) -> float | None:
    points = [(POINTS[pair.hasil], POINTS[pair.perilaku], people) for pair, people in pairs.items()]
    x_mean = sum(x * people for x, _y, people in points) / n
    y_mean = sum(y * people for _x, y, people in points) / n
    xx = sum((x - x_mean) ** 2 * people for x, _y, people in points)
    yy = sum((y - y_mean) ** 2 * people for _x, y, people in points)
    if not xx or not yy:
        return None
    xy = sum((x - x_mean) * (y - y_mean) * people for x, y, people in points)
    return max(-1.0, min(1.0, xy / math.sqrt(xx * yy)))
