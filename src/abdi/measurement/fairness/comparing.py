"""Who differs from what the same mix of work leads one to expect of anybody."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext as _

from abdi.measurement.engine import asked
from abdi.measurement.fairness.scale import ComparedScale
from abdi.measurement.labels import labels
from abdi.measurement.metric import Aggregate, Metric
from abdi.measurement.question import Question
from abdi.measurement.types import ALWAYS, Scope, Window
from abdi.platform.errors import InputRefused

PER = ("petugas", "unit")
_BY_VALUE = {Aggregate.MEAN, Aggregate.MEDIAN, Aggregate.P90, Aggregate.SHARE}


@dataclass(frozen=True, slots=True)
class Standing:
    """One scope beside what its own mix of work leads one to expect.

    `value` with its 95 % interval: how much more than expected, in `unit` (persen for times, poin persen for shares,
    else that of the metric); None below the minimum n. `expected` is in the metric's unit; for a time it is the
    typical (geometric) one. `n` counts what could be compared, `alone` what nobody else did.
    """

    scope: Scope
    value: float | None
    low: float | None
    high: float | None
    unit: str
    expected: float | None
    n: int
    alone: int

    @property
    def differs(self) -> bool:
        """False is an answer: it cannot be told apart from what is expected."""
        return self.low is not None and self.high is not None and (self.low > 0 or self.high < 0)

    def as_dict(self) -> dict[str, Any]:
        told = {
            name: getattr(self, name) for name in ("value", "low", "high", "unit", "expected", "n", "alone")
        }
        return {"scope": self.scope.as_dict(), **told, "differs": self.differs}


@dataclass(frozen=True, slots=True)
class Comparison:
    """`spread`: the standard deviation between scopes, in the unit of the standings."""

    metric: Metric
    window: Window
    standings: tuple[Standing, ...]
    spread: float
    unit: str

    @property
    def told_apart(self) -> int:
        return sum(one.differs for one in self.standings)

    def as_dict(self) -> dict[str, Any]:
        return {
            "metric": self.metric.name,
            "window": self.window.as_dict(),
            "unit": self.unit,
            "spread": self.spread,
            "told_apart": self.told_apart,
            "standings": [one.as_dict() for one in self.standings],
        }


def compare(metric: str, *, per: str = "petugas", window: Window = ALWAYS) -> Comparison:
    """The scopes of the current instansi by name; below the minimum n a person gets no number.

    Raises InputRefused for a metric that is not made of single values, and where fewer than two have done anything.
    """
    if per not in PER:
        raise InputRefused(_("Perbandingan dibuat per petugas atau per unit."), field="per")
    question = asked([metric], per=per, window=window, only=None, by_month=False)
    (found,) = question.metrics
    if found.aggregate not in _BY_VALUE or len(found.kinds) > 1:
        raise InputRefused(
            _("%s tidak dapat dibandingkan: hanya waktu, bagian, dan nilai yang tercatat per perkara.")
            % found.label,
            field="metric",
        )
    rows = _look(question, is_time=ComparedScale(found).is_time)
    if len({row["scope"] for row in rows}) < 2:
        raise InputRefused(_("Belum ada dua yang dapat dibandingkan di jendela waktu ini."), field="window")
    return _compared(found, question, rows)


def _look(question: Question, *, is_time: bool) -> list[dict[str, Any]]:
    # Ibis takes a second to import: only those who measure wait for it
    from abdi.measurement.fairness import mix
    from abdi.measurement.looking import opened

    with opened(question) as (engine, sources):
        found: list[dict[str, Any]] = engine.to_pyarrow(
            mix.cells(sources, question.lens, is_time=is_time)
        ).to_pylist()
    return found


def _kinds_of_work(per: str, rows: Sequence[Mapping[str, Any]]) -> list[Hashable]:
    """Of each row. Officers are compared over one service of one unit; units over services of one name, for each has a
    row of its own."""
    names = labels("layanan", {str(row["service_id"]) for row in rows if row["service_id"]})

    def service(row: Mapping[str, Any]) -> Hashable:
        return names.get(str(row["service_id"]), "").casefold() if per == "unit" else row["service_id"]

    return [(service(row), row["channel"], row["crowd"]) for row in rows]


def _compared(metric: Metric, question: Question, rows: Sequence[Mapping[str, Any]]) -> Comparison:
    import numpy as np

    from abdi.measurement.fairness.adjustment import Cells, adjust

    per = str(question.per)
    (people, who), (_kinds, work) = (
        _numbered([row["scope"] for row in rows]),
        _numbered(_kinds_of_work(per, rows)),
    )
    columns = (np.array([row[name] for row in rows], dtype=np.float64) for name in ("n", "total", "squares"))
    effects = adjust(Cells(np.array(who), np.array(work), *columns))
    done = np.bincount(who, [row["n"] for row in rows])
    names, scale = labels(per, [str(one) for one in people]), ComparedScale(metric)
    standings = [
        Standing(
            scope=Scope(per, str(one), names[str(one)]),
            value=scale.difference(effects.effect[at]),
            low=scale.difference(effects.low[at]),
            high=scale.difference(effects.high[at]),
            unit=scale.unit,
            expected=scale.amount(effects.expected[at]),
            n=int(effects.compared[at]),
            alone=int(done[at] - effects.compared[at]),
        )
        for one, at in people.items()
    ]
    told = sorted(
        (_suppressed(metric, one) for one in standings), key=lambda one: (one.scope.label, one.scope.key)
    )
    return Comparison(metric, question.window, tuple(told), scale.difference(effects.spread), scale.unit)


def _numbered(keys: Sequence[Hashable]) -> tuple[dict[Hashable, int], list[int]]:
    """Each key's number, from 0 in the order of appearance; and the numbers of all of them."""
    numbers = {key: number for number, key in enumerate(dict.fromkeys(keys))}
    return numbers, [numbers[key] for key in keys]


def _suppressed(metric: Metric, one: Standing) -> Standing:
    """Nothing was compared, or too little of a person: how many there are, and no more."""
    least = max(1, metric.minimum_n if one.scope.is_person else 1)
    return one if one.n >= least else replace(one, value=None, low=None, high=None, expected=None)
