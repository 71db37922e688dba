"""Kept numbers follow the facts: whatever was once measured and kept is measured again when facts touch it."""

from collections import defaultdict
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from abdi.facts.reach import Reach, recorded_after
from abdi.measurement.actions import REFRESH, refresh_values
from abdi.measurement.catalogue import catalogue
from abdi.measurement.models import MeasuredValue
from abdi.measurement.types import Window
from abdi.platform.accounts.models import system_user
from abdi.platform.audit.models import AuditEntry
from abdi.platform.tenancy.scope import current_instansi

Watch = tuple[str, Window]  # scope kind and window


def refresh_touched() -> int:
    """Returns how many changed. What was recorded meanwhile is left for the next time.

    Only the last run tells how far it saw: whatever is cut short is done again, and no writer waits for it all.
    """
    reach = recorded_after(last_seen())
    if not reach.kinds:
        return 0
    actor, changed = system_user(), 0
    runs = list(touched(reach).items())
    for left, ((kind, window), metrics) in zip(reversed(range(len(runs))), runs, strict=True):
        per, seen = None if kind == "instansi" else kind, None if left else reach.row
        changed += refresh_values(actor=actor, metrics=metrics, per=per, window=window, seen=seen).changed
    return changed


def last_seen() -> int:
    """The audit row up to which recorded facts were taken into account, told by the refreshes themselves."""
    runs = AuditEntry.objects.filter(chain=current_instansi().code, tag=REFRESH).order_by("-sequence")
    seen = (data.get("seen") for data in runs.values_list("data", flat=True)[:100])
    return next((row for row in seen if row is not None), 0)


def touched(reach: Reach) -> dict[Watch, list[str]]:
    """The kept numbers a reach can change: metrics by scope kind and window."""
    metrics = {name for name, metric in catalogue().items() if reach.kinds & set(metric.kinds)}
    found: defaultdict[Watch, list[str]] = defaultdict(list)
    for metric, kind, window in _kept(metrics):
        if _overlaps(window, reach):
            found[kind, window].append(metric)
    return dict(found)


def _kept(metrics: set[str]) -> Iterator[tuple[str, str, Window]]:
    rows = MeasuredValue.objects.filter(metric__in=metrics).order_by("metric", "scope_kind")
    for metric, kind, start, end in rows.values_list(
        "metric", "scope_kind", "window_start", "window_end"
    ).distinct():
        yield metric, kind, Window(start, end)


def _overlaps(window: Window, reach: Reach) -> bool:
    since, until = window.moments(ZoneInfo(current_instansi().timezone))
    starts_in_time = since is None or reach.last is None or reach.last >= since
    return starts_in_time and (until is None or reach.first is None or reach.first < until)
