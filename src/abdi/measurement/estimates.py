"""From a group's sums and order statistics to a number with its interval: one function an aggregate."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from abdi.measurement import ikm
from abdi.measurement.metric import Aggregate, Metric
from abdi.measurement.statistics import Interval, mean_interval, share_interval

Cell = Mapping[str, Any]
Place = tuple[str, date | None]  # scope key and first day of the month


@dataclass(frozen=True, slots=True)
class Group:
    """What the engine found for one scope and month: by kind, and by kinds whose facts go together."""

    cells: Mapping[str, Cell]
    responses: Mapping[tuple[str, ...], Cell]
    on: date  # the day whose law applies

    def of(self, kinds: Iterable[str]) -> list[Cell]:
        return [self.cells[kind] for kind in kinds if kind in self.cells]


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
    n = sum(cell["rows"] for cell in group.of(metric.kinds))
    return Estimate(float(n), n)


def _cases(metric: Metric, group: Group) -> Estimate:
    found = group.responses.get(metric.kinds)
    n = found["cases"] if found else 0
    return Estimate(float(n), n)


def _sum(metric: Metric, group: Group) -> Estimate:
    """The sum of nothing is 0; like a count it has no interval."""
    cell = _valued(metric, group)
    return Estimate(cell["total"] * metric.scale, cell["n"]) if cell else Estimate(0.0, 0)


def _mean(metric: Metric, group: Group) -> Estimate:
    cell = _valued(metric, group)
    if not cell:
        return NOTHING
    mean, n = cell["mean"], cell["n"]
    return _scaled(metric, mean, n, mean_interval(mean, cell["spread"], n))


def _median(metric: Metric, group: Group) -> Estimate:
    cell = _valued(metric, group)
    if not cell:
        return NOTHING
    return _scaled(metric, cell["median"], cell["n"], (cell["median_low"], cell["median_high"]))


def _p90(metric: Metric, group: Group) -> Estimate:
    cell = _valued(metric, group)
    if not cell:
        return NOTHING
    return _scaled(metric, cell["p90"], cell["n"], (cell["p90_low"], cell["p90_high"]))


def _share(metric: Metric, group: Group) -> Estimate:
    cell = _valued(metric, group)
    if not cell:
        return NOTHING
    return _scaled(metric, cell["mean"], cell["n"], share_interval(cell["total"], cell["n"]))


def _ratio(metric: Metric, group: Group) -> Estimate:
    """No interval: the two sums come from facts that are not paired, so their joint spread is unknown."""
    above, below = (group.cells.get(kind) for kind in metric.kinds)
    if not above or not below or not below["total"] or above["total"] is None:
        return NOTHING
    return Estimate(above["total"] / below["total"] * metric.scale, below["n"])


def _ikm(metric: Metric, group: Group) -> Estimate:
    """The interval is that of a mean over respondents: the answers of one person go together."""
    cells = [cell for cell in group.of(metric.kinds) if cell["n"]]
    if not cells:
        return NOTHING
    responses = group.responses[metric.kinds]
    value = ikm.index([(cell["total"], cell["n"]) for cell in cells], group.on)
    points, spread = float(ikm.conversion(group.on).points), responses["spread"]
    low, high = mean_interval(value, None if spread is None else spread * points, responses["n"])
    return Estimate(value, responses["n"], low, high)


def _valued(metric: Metric, group: Group) -> Cell | None:
    """The cell of a metric over one kind, unless no fact in it has a value."""
    cell = group.cells.get(metric.kinds[0])
    return cell if cell and cell["n"] else None


def _scaled(metric: Metric, value: float, n: int, interval: Interval) -> Estimate:
    (low, high), scale = interval, metric.scale
    return Estimate(
        value * scale, n, None if low is None else low * scale, None if high is None else high * scale
    )


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
