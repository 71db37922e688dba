"""Measured values as the pages read them: the latest of each metric, scope and window."""

from collections.abc import Collection

from django.db.models import Max

from abdi.measurement.models import MeasuredValue
from abdi.measurement.types import Measured, Scope, Window

_PLACE = ("metric", "scope_kind", "scope_key", "window_start", "window_end")


def latest(
    metrics: Collection[str],
    *,
    scope: Scope | None = None,
    scope_kind: str | None = None,
    window: Window | None = None,
) -> list[Measured]:
    """By metric, then scope name, then window; of one scope, or of every scope of a kind.

    `window` None means every window there is.
    """
    return [row.measured() for row in latest_rows(metrics, scope=scope, scope_kind=scope_kind, window=window)]


def latest_rows(
    metrics: Collection[str],
    *,
    scope: Scope | None = None,
    scope_kind: str | None = None,
    window: Window | None = None,
) -> list[MeasuredValue]:
    """The same as rows, with the moment (`as_of`) since when each number stands."""
    rows = MeasuredValue.objects.filter(metric__in=metrics)
    if scope is not None:
        rows = rows.filter(scope_kind=scope.kind, scope_key=scope.key)
    if scope_kind is not None:
        rows = rows.filter(scope_kind=scope_kind)
    if window is not None:
        rows = rows.filter(window_start=window.start, window_end=window.end)
    newest = rows.order_by().values(*_PLACE).annotate(newest=Max("pk")).values("newest")
    return list(MeasuredValue.objects.filter(pk__in=newest))
