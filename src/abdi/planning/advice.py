"""SMART advice for the indicators of a plan, held against what was measured last."""

from collections.abc import Iterable
from datetime import date

from abdi.measurement.selectors import latest
from abdi.measurement.types import Measured, Scope
from abdi.planning.enums import MetricScope
from abdi.planning.models import Iki, Skp
from abdi.planning.smart import hints

Measure = tuple[str, str]  # a metric, and whose facts it counts


def advice_of(skp: Skp, indicators: Iterable[Iki]) -> dict[Iki, list[str]]:
    """For each indicator what would make it clearer; at most two queries, however many there are."""
    found = list(indicators)
    last = last_measured(skp, {(iki.metric, iki.metric_scope) for iki in found if iki.metric})
    return {iki: hints(iki, last.get((iki.metric, iki.metric_scope))) for iki in found}


def advice_on(iki: Iki) -> list[str]:
    """The same for one that is still being written."""
    skp = iki.rhk.skp
    wanted = {(iki.metric, iki.metric_scope)} if iki.metric else set()
    return hints(iki, last_measured(skp, wanted).get((iki.metric, iki.metric_scope)))


def last_measured(skp: Skp, wanted: set[Measure]) -> dict[Measure, Measured]:
    """The newest kept value of each measure about this employee or his unit; absent where there is none."""
    found: dict[Measure, Measured] = {}
    for kind in sorted({scope for _metric, scope in wanted}):
        metrics = sorted(metric for metric, scope in wanted if scope == kind)
        for one in sorted(latest(metrics, scope=_scope(skp, kind)), key=_end):
            found[one.metric, kind] = one
    return found


def _scope(skp: Skp, kind: str) -> Scope:
    owner = skp.employee_id if kind == MetricScope.PETUGAS else skp.position.unit_id
    return Scope(kind, str(owner))


def _end(measured: Measured) -> tuple[date, int]:
    """A window that is still open ends last; of two with one end the fuller counts."""
    return measured.window.end or date.max, measured.n
