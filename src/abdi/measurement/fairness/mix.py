"""The mix of work behind a metric, as one Ibis expression: the same on DuckDB and on Spark.

A kind of work is a service, through one channel, on a quiet, usual or busy day of the unit: its days in the window are
cut into thirds by how many such facts fell on them.
"""

import ibis
from ibis import _
from ibis.expr.types import Table, Value

from abdi.measurement.expressions import Sources, behind
from abdi.measurement.fairness.scale import LEAST, MINUTE
from abdi.measurement.lens import Lens

_THIRDS = 3


def cells(sources: Sources, lens: Lens, *, is_time: bool) -> Table:
    """One row a scope and kind of work: n, total and squares of y (measurement/fairness/scale.py)."""
    seen = behind(sources, lens).filter(_.value.notnull())
    day = (_.occurred_at.cast("timestamp") + ibis.interval(seconds=lens.shift)).truncate("D")
    seen = seen.mutate(day=day, y=_logarithm(seen.value) if is_time else seen.value)
    days = seen.group_by("unit_id", "day").agg(facts=_.count())
    crowded = ibis.ntile(_THIRDS).over(group_by="unit_id", order_by=["facts", "day"])
    busy = days.select("unit_id", "day", crowd=crowded)
    kinds = seen.join(busy, ["unit_id", "day"])
    return kinds.group_by("scope", "service_id", "channel", "crowd").agg(
        n=_.count(), total=_.y.sum(), squares=(_.y * _.y).sum()
    )


def _logarithm(value: Value) -> Value:
    return (value.clip(lower=0) / MINUTE + LEAST).ln()
