"""From measurement to realisation: one call to the engine for all measured IKI, one rule for every capaian."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from abdi.evaluation.enums import Reading
from abdi.evaluation.models import Evaluation, Realisation
from abdi.measurement.engine import measure
from abdi.measurement.policies import suppressed
from abdi.measurement.types import Measured, Scope, Window
from abdi.organisation.selectors import placement_of
from abdi.planning.enums import Arah, MetricScope
from abdi.planning.models import Iki
from abdi.rules import RuleInputError, evaluate
from abdi.rules.arithmetic import add_months

TREND_MONTHS = 6  # what a leader can take in at a glance


def measured_values(evaluation: Evaluation) -> dict[Iki, Measured]:
    """The measured IKI of this evaluation with what the facts of its period say; one engine run a scope."""
    skp, period = evaluation.skp, evaluation.period
    window = Window(period.start, period.end).meet(Window(skp.start, skp.end))
    found = _measured(evaluation, window, by_month=False)
    return {iki: suppressed(values[0]) for iki, values in found.items()}


def trends(evaluation: Evaluation) -> dict[Iki, list[dict[str, Any]]]:
    """Month by month up to the end of the period, oldest first: {"bulan", "nilai", "n"}.

    Months below the minimum n are left out: they would show single cases, not a manner of working.
    """
    end = evaluation.period.end
    start = add_months(end.replace(day=1), 1 - TREND_MONTHS)
    found = _measured(evaluation, Window(start, end), by_month=True)
    return {
        iki: [
            {"bulan": f"{one.window.start:%Y-%m}", "nilai": one.value, "n": one.n}
            for one in values
            if one.enough and one.value is not None
        ]
        for iki, values in found.items()
    }


def _measured(evaluation: Evaluation, window: Window, *, by_month: bool) -> dict[Iki, list[Measured]]:
    indicators = [iki for iki in indicators_of(evaluation) if iki.is_measured]
    found: dict[Iki, list[Measured]] = {}
    for kind in MetricScope.values:
        wanted = [iki for iki in indicators if iki.metric_scope == kind]
        if not wanted:
            continue
        names = sorted({iki.metric for iki in wanted})
        values = measure(names, only=scope_of(evaluation, kind), window=window, by_month=by_month)
        for iki in wanted:
            own = [value for value in values if value.metric == iki.metric]
            found |= {iki: own} if own else {}
    return found


def measured_of(realisation: Realisation) -> Measured | None:
    """The measurement as it was taken, with its whole lineage; None for a reported figure."""
    kept = realisation.lineage.get("ukuran")
    if not kept:
        return None
    # by name: PostgreSQL keeps the keys of JSON in an order of its own
    start, end = (day and date.fromisoformat(day) for day in (kept["window"]["start"], kept["window"]["end"]))
    return Measured(**{**kept, "scope": Scope(**kept["scope"]), "window": Window(start, end)})


def indicators_of(evaluation: Evaluation) -> Iterable[Iki]:
    """Those of the plan; once decided, those it was decided on, whatever was added since."""
    found = Iki.objects.filter(rhk__skp=evaluation.skp).select_related("rhk")
    if not evaluation.is_decided:
        return found
    return found.filter(
        uid__in=[iki["uid"] for rhk in evaluation.snapshot["skp"]["rhk"] for iki in rhk["iki"]]
    )


def scope_of(evaluation: Evaluation, kind: str) -> Scope:
    """Whose facts count: the employee's own, or those of the unit he is placed in at the end of the period."""
    employee = evaluation.skp.employee
    if kind == MetricScope.PETUGAS:
        return Scope(kind, str(employee.pk), employee.name)
    placement = placement_of(employee, evaluation.period.end)
    unit = placement.position.unit if placement else evaluation.skp.position.unit
    return Scope(kind, str(unit.pk), unit.name)


def capaian_of(iki: Iki, value: float | None, on: date) -> dict[str, Any] | None:
    """The answer of rule `capaian_iki`; None while there is nothing to compare."""
    if value is None:
        return None
    target = (
        [str(x) for x in iki.target_for_rule] if isinstance(iki.target_for_rule, list) else str(iki.target)
    )
    try:
        return evaluate(
            "capaian_iki", on=on, input={"arah": iki.arah, "target": target, "realisasi": str(value)}
        ).as_dict()
    except RuleInputError:
        return None


def reading_of(realisation: Realisation | None, iki: Iki) -> Reading:
    """A target counts as met or missed only when the interval clears it; otherwise nobody can say yet."""
    if realisation is None or not (realisation.enough or realisation.n):
        return Reading.BELUM_ADA
    if not realisation.enough or realisation.value is None:
        return Reading.BELUM_CUKUP
    low = realisation.value if realisation.low is None else realisation.low
    high = realisation.value if realisation.high is None else realisation.high
    return _against(iki, low, high)


def _against(iki: Iki, low: float, high: float) -> Reading:
    """Above the upper end of a range is not a failure: rule `capaian_iki` counts it as more than full."""
    target = float(iki.target)
    met, missed = (high <= target, low > target) if iki.arah == Arah.TURUN else (low >= target, high < target)
    if met:
        return Reading.MEMENUHI
    return Reading.TIDAK_MEMENUHI if missed else Reading.BELUM_PASTI
