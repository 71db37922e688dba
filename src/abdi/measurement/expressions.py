"""The questions put to the engine, as Ibis expressions: the same on DuckDB and on Spark.

Nothing here may name an engine. A *cell* is one group of facts: a scope, a month and a kind.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import ibis
import pyarrow as pa
from ibis import _
from ibis.expr.types import Table, Value

from abdi.measurement.lens import SCOPE_COLUMNS, Lens
from abdi.measurement.statistics import order_ranks

MEDIAN, P90 = 0.5, 0.9
COLUMNS = (
    "id",
    "kind",
    "occurred_at",
    "unit_id",
    "service_id",
    "employee_id",
    "channel",
    "case_key",
    "value",
    "source",
    "source_key",
    "rule_version",
)
_MILLIONTHS = 1_000_000.0
_LARGEST = 9_000_000_000_000.0  # millionths beyond it do not fit a 64-bit integer


@dataclass(frozen=True, slots=True)
class Sources:
    """All facts of an instansi (COLUMNS), and the ids of those superseded; None when there are none."""

    facts: Table
    superseded: Table | None = None


def behind(sources: Sources, lens: Lens) -> Table:
    """The facts in force seen through a lens, with the `scope` and `month` they fall under."""
    seen = sources.facts.filter(_conditions(lens))
    if sources.superseded is not None:
        seen = seen.anti_join(sources.superseded, "id")
    column = SCOPE_COLUMNS.get(lens.per or "")
    local = _.occurred_at.cast("timestamp") + ibis.interval(seconds=lens.shift)
    grouped = seen.mutate(
        scope=_[column] if column else ibis.literal(""),
        month=local.truncate("M").cast("date") if lens.by_month else ibis.null("date"),
    )
    return grouped.filter(_.scope.notnull())


def cells(facts: Table, sorted_kinds: Iterable[str]) -> Table:
    """One row a cell; the values of `sorted_kinds` in order, for what depends on their rank."""
    return facts.group_by("scope", "month", "kind").agg(
        rows=_.count(),
        n=_.value.count(),
        total=_.value.sum(),
        mean=_.value.mean(),
        spread=_.value.std(how="sample"),
        ordered=_.value.collect(where=_.kind.isin(list(sorted_kinds))).sort(),
        rule_versions=_.rule_version.nullif("").collect(distinct=True),
        digest=_digest_lines().collect().sort().join("\n").hexdigest("sha256"),
    )


def ranked(groups: Table, counts: Iterable[int]) -> Table:
    """The cells with median and p90, each between the two order statistics that bound it at 95 %.

    `counts` are the sizes of the cells that have `ordered` values.
    """
    ranks = ibis.memtable(pa.Table.from_pylist(_rank_rows(counts), schema=_RANKS_SCHEMA))
    joined = groups.left_join(ranks, groups.n == ranks.size)
    return joined.mutate(
        median=_quantile(joined, MEDIAN),
        median_low=joined.ordered[joined.median_low_at],
        median_high=joined.ordered[joined.median_high_at],
        p90=_quantile(joined, P90),
        p90_low=joined.ordered[joined.p90_low_at],
        p90_high=joined.ordered[joined.p90_high_at],
    ).drop("ordered", *_RANKS)


def responses(facts: Table, kinds: Iterable[str]) -> Table:
    """One row a scope and month: how many cases (here: respondents), and how their mean values spread."""
    each = (
        facts.filter(_.kind.isin(list(kinds)))
        .group_by("scope", "month", "case_key")
        .agg(answer=_.value.mean())
    )
    return each.group_by("scope", "month").agg(
        cases=_.count(), n=_.answer.count(), spread=_.answer.std(how="sample")
    )


def page(facts: Table, offset: int, limit: int) -> Table:
    """A page of facts in the order they happened."""
    return facts.order_by(_.occurred_at, _.id).limit(limit, offset=offset).select(*COLUMNS)


def _conditions(lens: Lens) -> list[Any]:
    conditions = [_.kind.isin(list(lens.kinds))]
    conditions += [_[column].isin(values) for column, values in lens.only.items()]
    if lens.since:
        conditions.append(_.occurred_at >= ibis.literal(lens.since, type="timestamp('UTC')"))
    if lens.until:
        conditions.append(_.occurred_at < ibis.literal(lens.until, type="timestamp('UTC')"))
    return conditions


def _digest_lines() -> Value:
    """`id:value` for each fact, the value in whole millionths so that every engine writes the same text.

    A cell's digest is the SHA-256 of these lines, sorted as text and joined by newlines: it depends on
    which facts there are, never on the order they were read in.
    """
    whole = (_.value.clip(-_LARGEST, _LARGEST) * _MILLIONTHS).floor().cast("int64").cast("string")
    return _.id.cast("string") + ":" + whole.fill_null("")


_RANKS = ("size", "median_low_at", "median_high_at", "p90_low_at", "p90_high_at")
_RANKS_SCHEMA = pa.schema([(name, pa.int64()) for name in _RANKS])


def _rank_rows(counts: Iterable[int]) -> list[dict[str, int | None]]:
    """For each size of cell, where (from 0) its bounding order statistics stand."""
    return [
        {"size": n, **_places("median", n, MEDIAN), **_places("p90", n, P90)} for n in sorted({0, *counts})
    ]


def _places(name: str, n: int, quantile: float) -> dict[str, int | None]:
    low, high = order_ranks(n, quantile)
    return {f"{name}_low_at": low and low - 1, f"{name}_high_at": high and high - 1}


def _quantile(groups: Table, quantile: float) -> Value:
    """Linear between the two nearest values: numpy's default, percentile_cont in SQL (Hyndman & Fan's 7th)."""
    place = (groups.n - 1) * quantile
    below = groups.ordered[place.floor().cast("int64")]
    above = groups.ordered[place.ceil().cast("int64")]
    return below + (above - below) * (place - place.floor())
