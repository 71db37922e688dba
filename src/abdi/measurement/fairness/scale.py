"""The scale that values are compared on, and the way back to what people read."""

import math
from dataclasses import dataclass

from abdi.measurement.metric import Aggregate, Metric

PERCENT, POINTS = "persen", "poin persen"
MINUTE = 60.0  # seconds
LEAST = 0.1  # minutes added to a time so that nought has a logarithm; more would hide a part of what differs
_TIMES = {"menit", "jam", "hari"}


@dataclass(frozen=True, slots=True)
class ComparedScale:
    """y is the value of a fact, or for a time (seconds) ln(minutes + LEAST): times are skewed, and whoever works slower
    takes longer in proportion."""

    metric: Metric

    @property
    def is_time(self) -> bool:
        return self.metric.unit in _TIMES

    @property
    def unit(self) -> str:
        """Of a difference."""
        if self.is_time:
            return PERCENT
        return POINTS if self.metric.aggregate is Aggregate.SHARE else self.metric.unit

    def difference(self, effect: float) -> float:
        """An effect on y, in `unit`."""
        return math.expm1(effect) * 100 if self.is_time else float(effect) * self.metric.scale

    def amount(self, y: float) -> float | None:
        """A mean y in the unit of the metric, for a time the typical (geometric) one; None for NaN."""
        if math.isnan(y):
            return None
        return ((math.exp(y) - LEAST) * MINUTE if self.is_time else float(y)) * self.metric.scale
