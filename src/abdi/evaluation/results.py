"""From measurement to realisation: one call to the engine for all measured IKI, one rule for every capaian."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from abdi.evaluation.enums import Reading
from abdi.evaluation.models import Evaluation, Realisation
from abdi.measurement.engine import measure
from abdi.measurement.policies import suppressed
from abdi.measurement.types import Measured, Scope, Window
from abdi.organisation.law.answers import evaluate
from abdi.organisation.selectors import placement_of
from abdi.planning.enums import Arah, MetricScope
from abdi.planning.models import Iki
from abdi.rules import Result, RuleInputError
from abdi.rules.arithmetic import add_months

TREND_MONTHS = 6  # what a leader can take in at a glance


def measured_values(evaluations: Collection[Evaluation]) -> dict[Evaluation, dict[Iki, Measured]]:
    """What the facts of its period say on each measured IKI; for a hundred people as few engine runs as for one."""
    found: dict[Evaluation, dict[Iki, Measured]] = {one: {} for one in evaluations}
    for asked, values in _measured(evaluations, _window_of, by_month=False):
        found[asked.evaluation][asked.iki] = suppressed(values[0])
    return found


def trends(evaluations: Collection[Evaluation]) -> dict[Evaluation, dict[Iki, list[dict[str, Any]]]]:
    """Month by month up to the end of the period, oldest first: {"bulan", "nilai", "n"}.

    Months below the minimum n are left out: they would show single cases, not a manner of working.
    """
    found: dict[Evaluation, dict[Iki, list[dict[str, Any]]]] = {one: {} for one in evaluations}
    for asked, values in _measured(evaluations, _months_before, by_month=True):
        found[asked.evaluation][asked.iki] = [
            {"bulan": f"{one.window.start:%Y-%m}", "nilai": one.value, "n": one.n}
            for one in values
            if one.enough and one.value is not None
        ]
    return found


@dataclass(frozen=True, slots=True)
class Asked:
    """One measured IKI of one evaluation, and whose facts count for it."""

    evaluation: Evaluation
    iki: Iki
    scope: Scope


def _measured(
    evaluations: Collection[Evaluation], window_of: Callable[[Evaluation], Window], *, by_month: bool
) -> Iterator[tuple[Asked, list[Measured]]]:
    """One engine run for each kind of scope and window."""
    runs: defaultdict[tuple[str, Window], list[Asked]] = defaultdict(list)
    indicators = _measured_indicators(evaluations)
    for evaluation in evaluations:
        for iki in indicators[evaluation.skp_id]:
            asked = Asked(evaluation, iki, scope_of(evaluation, iki.metric_scope))
            runs[iki.metric_scope, window_of(evaluation)].append(asked)
    for (kind, window), wanted in runs.items():
        names = sorted({one.iki.metric for one in wanted})
        scopes = sorted({one.scope for one in wanted}, key=lambda scope: scope.key)
        found: defaultdict[tuple[str, str], list[Measured]] = defaultdict(list)
        for value in measure(names, per=kind, among=scopes, window=window, by_month=by_month):
            found[value.metric, value.scope.key].append(value)
        yield from ((one, found[one.iki.metric, one.scope.key]) for one in wanted)


def _measured_indicators(evaluations: Collection[Evaluation]) -> Mapping[int, list[Iki]]:
    """SKP id → those of the plan; one query. What is decided is measured no more, so that the plan stands as it is."""
    found: defaultdict[int, list[Iki]] = defaultdict(list)
    plans = [evaluation.skp_id for evaluation in evaluations]
    for iki in Iki.objects.filter(rhk__skp__in=plans).exclude(metric="").select_related("rhk"):
        found[iki.rhk.skp_id].append(iki)
    return found


def _window_of(evaluation: Evaluation) -> Window:
    skp, period = evaluation.skp, evaluation.period
    return Window(period.start, period.end).meet(Window(skp.start, skp.end))


def _months_before(evaluation: Evaluation) -> Window:
    end = evaluation.period.end
    return Window(add_months(end.replace(day=1), 1 - TREND_MONTHS), end)


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
    """The answer of rule `capaian_iki`; None while there is nothing to compare, or no number to compare with."""
    if value is None or not iki.bounds:
        return None
    bounds = [str(bound) for bound in iki.bounds]
    target = bounds if len(bounds) > 1 else bounds[0]
    try:
        return evaluate(
            "capaian_iki", on=on, input={"arah": iki.arah, "target": target, "realisasi": str(value)}
        ).as_dict()
    except RuleInputError:
        return None


def predikat_of(hasil: str, perilaku: str, on: date) -> Result:
    """The answer of rule `predikat_kinerja` for two ratings, by code."""
    return evaluate("predikat_kinerja", on=on, input={"hasil": hasil, "perilaku": perilaku})


def reading_of(realisation: Realisation | None, iki: Iki) -> Reading:
    """A target counts as met or missed only when the interval clears it; otherwise nobody can say yet."""
    if realisation is None or not (realisation.enough or realisation.n):
        return Reading.BELUM_ADA
    if not iki.bounds:
        return Reading.DIBACA
    if not realisation.enough or realisation.value is None:
        return Reading.BELUM_CUKUP
    low = realisation.value if realisation.low is None else realisation.low
    high = realisation.value if realisation.high is None else realisation.high
    return _against(iki, low, high)


def _against(iki: Iki, low: float, high: float) -> Reading:
    """Above the upper end of a range is not a failure: rule `capaian_iki` counts it as more than full."""
    target = float(iki.bounds[0])
    met, missed = (high <= target, low > target) if iki.arah == Arah.TURUN else (low >= target, high < target)
    if met:
        return Reading.MEMENUHI
    return Reading.TIDAK_MEMENUHI if missed else Reading.BELUM_PASTI
