"""The one verb of measurement: keep what was measured."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils import timezone

from abdi.measurement.engine import measure
from abdi.measurement.lineage import NOTHING
from abdi.measurement.models import MeasuredValue
from abdi.measurement.permissions import check_refresh
from abdi.measurement.selectors import latest_rows
from abdi.measurement.types import ALWAYS, Measured, Scope, Window
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.tenancy.scope import current_instansi

REFRESH = "measurement:value:refresh"

Place = tuple[str, Scope, Window]


@dataclass(frozen=True, slots=True)
class Refreshed:
    """How many numbers changed, and how many still stand as they were."""

    changed: int
    unchanged: int


@action
def refresh_values(
    *,
    actor: User,
    metrics: Sequence[str],
    per: str | None = None,
    window: Window = ALWAYS,
    only: Scope | None = None,
    by_month: bool = False,
    seen: int | None = None,
) -> Refreshed:
    """Measure and append a row for every number that other facts or rules now bear; one audit row a run.

    `seen`: up to which audit row recorded facts were taken into account (measurement/freshness.py).
    """
    check_refresh(actor)
    found = measure(metrics, per=per, window=window, only=only, by_month=by_month)
    standing = {_place(row): row for row in map(MeasuredValue.measured, latest_rows(metrics))}
    found += _emptied(standing, found, per=per, window=window, only=only)
    changed = [one for one in found if _basis(standing.get(_place(one))) != _basis(one)]
    _append(changed)
    record(
        actor=actor,
        tag=REFRESH,
        subject=current_instansi(),
        data={
            "metrics": list(metrics),
            "per": per,
            "window": window.as_dict(),
            "changed": len(changed),
            "measured": len(found),
            "seen": seen,
        },
    )
    return Refreshed(len(changed), len(found) - len(changed))


def _append(changed: Sequence[Measured]) -> None:
    now = timezone.now()
    rows = [MeasuredValue.of(one) for one in changed]
    for row in rows:
        row.as_of = now
    MeasuredValue.objects.bulk_create(rows, batch_size=500)


def _place(measured: Measured) -> Place:
    return measured.metric, measured.scope, measured.window


def _basis(measured: Measured | None) -> tuple[str, str] | None:
    """Equal facts under equal rules give an equal number; comparing floats would see ghosts."""
    return (measured.digest, measured.rule_version) if measured else None


def _emptied(
    standing: Mapping[Place, Measured],
    found: Sequence[Measured],
    *,
    per: str | None,
    window: Window,
    only: Scope | None,
) -> list[Measured]:
    """Numbers whose last fact was superseded away: the engine is silent about them, so they become empty."""
    if per is None or only not in (None, Scope(per, only.key if only else "")):
        return []
    silent = standing.keys() - {_place(one) for one in found}
    return [
        replace(standing[place], value=None, n=0, low=None, high=None, rule_version="", digest=NOTHING.digest)
        for place in silent
        if place[1].kind == per and only in (None, place[1]) and window.covers(place[2])
    ]
