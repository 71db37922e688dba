"""From a group's sums and order statistics to a number with its interval: one function an aggregate."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from abdi.measurement import ikm
from abdi.measurement.catalogue import Aggregate, Metric
from abdi.measurement.statistics import Interval, mean_interval, share_interval

Cell = Mapping[str, Any]
Place = tuple[str, date | None]  # scope key and first day of the month


@dataclass(frozen=True, slots=True)
class Group:
    """What the engine found for one scope and month: by kind, and by kinds whose facts go together."""

    cells: Mapping[str, Cell]
    responses: Mapping[tuple[str, ...], Cell]
    on: date  # the day whose law applies

    def of(self, metric: Metric) -> list[Cell]:
        return [self.cells[kind] for kind in metric.kinds if kind in self.cells]


@dataclass(frozen=True, slots=True)
class Estimate:
    """A value in the unit of the metric, how many facts bear it, and its interval at 95 %."""

    value: float | None
    n: int
    low: float | None = None
    high: float | None = None


NOTHING = Estimate(None, 0)


def estimate(metric: Metric, group: Group) -> Estimate:
    return _ESTIMATORS[metric.aggregate](metric, group)


def _count(metric: Metric, group: Group) -> Estimate:
    """What happened is counted, not sampled: no interval."""
    n = sum(cell["rows"] for cell in group.of(metric))
    return Estimate(float(n), n)


def _cases(metric: Metric, group: Group) -> Estimate:
    found = group.responses.get(metric.kinds)
    n = found["cases"] if found else 0
    return Estimate(float(n), n)


def _sum(metric: Metric, group: Group) -> Estimate:
    cells = _valued(metric, group)
    return Estimate(sum(cell["total"] for cell in cells) * metric.scale, sum(cell["n"] for cell in cells))


def _mean(metric: Metric, group: Group) -> Estimate:
    for cell in _valued(metric, group):
        interval = mean_interval(cell["mean"], cell["spread"], cell["n"])
        return _scaled(metric, cell["mean"], cell["n"], interval)
    return NOTHING


def _median(metric: Metric, group: Group) -> Estimate:
    return _ordered(metric, group, "median")


def _p90(metric: Metric, group: Group) -> Estimate:
    return _ordered(metric, group, "p90")


def _ordered(metric: Metric, group: Group, name: str) -> Estimate:
    for cell in _valued(metric, group):
        return _scaled(metric, cell[name], cell["n"], (cell[f"{name}_low"], cell[f"{name}_high"]))
    return NOTHING


def _share(metric: Metric, group: Group) -> Estimate:
    for cell in _valued(metric, group):
        return _scaled(metric, cell["mean"], cell["n"], share_interval(cell["total"], cell["n"]))
    return NOTHING


def _ratio(metric: Metric, group: Group) -> Estimate:
    """No interval: the two sums come from facts that are not paired, so their joint spread is unknown."""
    above, below = (group.cells.get(kind) for kind in metric.kinds)
    if not above or not below or not below["total"] or above["total"] is None:
        return NOTHING
    return Estimate(above["total"] / below["total"] * metric.scale, below["n"])


def _ikm(metric: Metric, group: Group) -> Estimate:
    """The interval is that of a mean over respondents: the answers of one person go together."""
    cells = _valued(metric, group)
    if not cells:
        return NOTHING
    responses = group.responses[metric.kinds]
    value = ikm.index([(cell["total"], cell["n"]) for cell in cells], group.on)
    points, spread = float(ikm.conversion(group.on).points), responses["spread"]
    low, high = mean_interval(value, None if spread is None else spread * points, responses["n"])
    return Estimate(value, responses["n"], low, high)


def _valued(metric: Metric, group: Group) -> Sequence[Cell]:
    """The cells that have a value at all."""
    return [cell for cell in group.of(metric) if cell["n"]]


def _scaled(metric: Metric, value: float, n: int, interval: Interval) -> Estimate:
    low, high = (None if bound is None else bound * metric.scale for bound in interval)
    return Estimate(value * metric.scale, n, low, high)


_ESTIMATORS: dict[Aggregate, Callable[[Metric, Group], Estimate]] = {
    Aggregate.COUNT: _count,
    Aggregate.CASES: _cases,
    Aggregate.SUM: _sum,
    Aggregate.MEAN: _mean,
    Aggregate.MEDIAN: _median,
    Aggregate.P90: _p90,
    Aggregate.SHARE: _share,
    Aggregate.RATIO: _ratio,
    Aggregate.IKM: _ikm,
}
