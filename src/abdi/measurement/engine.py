"""Facts become measured values: many metrics, scopes and months in one pass."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from zoneinfo import ZoneInfo

from abdi.measurement import ikm
from abdi.measurement.backends import EMBEDDED
from abdi.measurement.estimates import Group, Place, estimate
from abdi.measurement.labels import labels
from abdi.measurement.lineage import Lineage, lineage
from abdi.measurement.metric import Aggregate, Metric
from abdi.measurement.question import Question, ask
from abdi.measurement.types import ALWAYS, Measured, Scope, Window
from abdi.platform.tenancy.scope import current_instansi

_NO_RULES: frozenset[str] = frozenset()


def measure(
    metrics: Sequence[str],
    *,
    per: str | None = None,
    window: Window = ALWAYS,
    only: Scope | None = None,
    among: Sequence[Scope] = (),
    by_month: bool = False,
) -> list[Measured]:
    """Measure the current instansi; metrics in the order asked, then scopes by name, then months.

    `per`: petugas, unit, layanan, kanal or bulan; without it one number a metric, even over no facts.
    `by_month` cuts every scope into calendar months. `only` narrows to one scope (a unit without those
    below it); `among` to several of the kind `per`, each of which is answered for even over no facts.
    Raises InputRefused for names and keys that do not exist.
    """
    question = asked(metrics, per=per, window=window, only=only, among=among, by_month=by_month)
    # Ibis takes a second to import: only those who measure wait for it
    from abdi.measurement.looking import look, opened

    with opened(question) as (engine, sources):
        groups = look(engine, sources, question)
    return [*answers(question, groups)]


def asked(
    metrics: Sequence[str],
    *,
    per: str | None,
    window: Window,
    only: Scope | None,
    by_month: bool,
    among: Sequence[Scope] = (),
) -> Question:
    """The question in the time zone of the current instansi."""
    zone = ZoneInfo(current_instansi().timezone)
    return ask(metrics, per=per, by_month=by_month, window=window, only=only, among=among, zone=zone)


def answers(question: Question, groups: Mapping[Place, Group]) -> Iterator[Measured]:
    """The groups as measured values; reads the names of the scopes from the database."""
    expected = _expected(question)
    groups = {**expected, **groups}
    scopes = _scopes(question, groups)
    windows = {month: _window(question, month) for month in {month for _key, month in groups}}
    places = sorted(groups, key=lambda place: (scopes[place].label, scopes[place].key, place[1] or date.min))
    lineages = {
        (place, kinds): lineage(groups[place].of(kinds))
        for kinds in {metric.kinds for metric in question.metrics}
        for place in places
    }
    for metric in question.metrics:
        for place in places:
            behind = lineages[place, metric.kinds]
            if behind.exists or question.per is None or place in expected:
                yield _measured(metric, scopes[place], windows[place[1]], groups[place], behind)


def _expected(question: Question) -> dict[Place, Group]:
    """Whom an answer is owed even when there is no fact."""
    if question.by_month:
        return {}
    keys = [scope.key for scope in question.among] if question.per else [""]
    return {(key, None): Group({}, {}, question.today) for key in keys}


def _scopes(question: Question, groups: Mapping[Place, Group]) -> dict[Place, Scope]:
    if question.per is None:
        only = question.only
        label = only.label or labels(only.kind, [only.key])[only.key]
        return dict.fromkeys(groups, Scope(only.kind, only.key, label))
    keys = {place: _key(question.per, place) for place in groups}
    names = labels(question.per, set(keys.values()))
    return {place: Scope(question.per, key, names[key]) for place, key in keys.items()}


def _key(per: str, place: Place) -> str:
    key, month = place
    return f"{month:%Y-%m}" if per == "bulan" and month else key


def _window(question: Question, month: date | None) -> Window:
    return question.window.meet(Window.month(month)) if month else question.window


def _measured(metric: Metric, scope: Scope, window: Window, group: Group, behind: Lineage) -> Measured:
    found = estimate(metric, group)
    return Measured(
        metric=metric.name,
        scope=scope,
        value=found.value,
        unit=metric.unit,
        n=found.n,
        low=found.low,
        high=found.high,
        window=window,
        engine=EMBEDDED,
        rule_version=", ".join(sorted(behind.rule_versions | _applied(metric, group, behind))),
        digest=behind.digest,
        enough=found.n >= metric.minimum_n,
    )


def _applied(metric: Metric, group: Group, behind: Lineage) -> frozenset[str]:
    """The rule that was applied now, over those applied when the facts were recorded."""
    if metric.aggregate is Aggregate.IKM and behind.exists:
        return frozenset({ikm.conversion(group.on).version})
    return _NO_RULES
