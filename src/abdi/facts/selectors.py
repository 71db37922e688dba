"""Reading the ledger: facts in force as plain rows, and the whole of it as Arrow for the measurement engine."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.db import models

from abdi.facts.models import Fact, Segment
from abdi.platform.tenancy.scope import current_instansi

if TYPE_CHECKING:  # Arrow takes half a second to import: only those who read the whole ledger wait for it
    import pyarrow as pa

_FIELDS = (
    "id",
    "kind",
    "occurred_at",
    "recorded_at",
    "unit_id",
    "service_id",
    "employee_id",
    "channel",
    "case_key",
    "value",
    "source",
    "source_key",
    "rule_version",
    "supersedes_id",
    "attrs",
)
_LOOKUPS = {
    "ids": "pk__in",
    "kinds": "kind__in",
    "units": "unit__in",
    "services": "service__in",
    "employees": "employee__in",
    "channels": "channel__in",
    "cases": "case_key__in",
    "sources": "source__in",
    "source_keys": "source_key__in",
    "since": "occurred_at__gte",
    "before": "occurred_at__lt",
}


def current(
    *, offset: int = 0, limit: int = 100, **conditions: Collection[Any] | datetime | None
) -> list[dict[str, Any]]:
    """A page of the facts nothing has superseded, by id.

    Conditions (None is no condition): ids, kinds, units, services, employees, channels, cases, sources,
    source_keys – collections of ids or words; since (included) and before (excluded) – aware moments.
    """
    return list(_in_force(conditions).values(*_FIELDS)[offset : offset + limit])


def count_current(**conditions: Collection[Any] | datetime | None) -> int:
    """How many facts `current` pages through under the same conditions."""
    return _in_force(conditions).count()


def first_of_cases(**conditions: Collection[Any] | datetime | None) -> dict[str, datetime]:
    """When each case began: the moment of its first fact under the same conditions."""
    cases = _in_force(conditions).order_by().values("case_key").annotate(first=models.Min("occurred_at"))
    return dict(cases.values_list("case_key", "first"))


def _in_force(conditions: Mapping[str, Collection[Any] | datetime | None]) -> models.QuerySet[Fact]:
    wanted = {_LOOKUPS[name]: value for name, value in conditions.items() if value is not None}
    # not in the few superseded, rather than joined to a successor: as fast right after a large import,
    # when PostgreSQL still takes the table for empty
    return Fact.objects.filter(**wanted).exclude(pk__in=_superseded()).order_by("pk")


def _superseded() -> models.QuerySet[Fact, int]:
    return Fact.objects.filter(supersedes__isnull=False).values_list("supersedes_id", flat=True)


@dataclass(frozen=True)
class Ledger:
    """All facts of one instansi, each exactly once: in a sealed file or among the hot rows.

    `hot` has `lake.SCHEMA`, as the files have. `superseded` are ids to leave out, wherever they lie.
    """

    sealed: list[Path]
    hot: "pa.Table"
    superseded: "pa.Array"


def ledger(*, since: datetime | None = None, before: datetime | None = None) -> Ledger:
    """What an engine reads for things that occurred from `since` (included) to `before` (excluded).

    Files are left out by whole months (UTC), so that a file may hold more than was asked for; hot rows are
    exactly those asked for. Where the seals end is read once: a seal meanwhile moves no fact out of sight.
    """
    from abdi.facts import lake

    segments = list(Segment.objects.values_list("path", "month", "last_id"))
    hot = Fact.objects.filter(pk__gt=max((last for _path, _month, last in segments), default=0))
    if since is not None:
        hot = hot.filter(occurred_at__gte=since)
    if before is not None:
        hot = hot.filter(occurred_at__lt=before)
    return Ledger(
        sealed=[lake.root() / path for path, month, _last in segments if _overlaps(month, since, before)],
        hot=lake.table(hot, current_instansi().code),
        superseded=superseded_ids(),
    )


def superseded_ids() -> "pa.Array":
    """Ids (int64) of the facts that have a successor."""
    import pyarrow as pa

    return pa.array(_superseded().order_by("supersedes_id").iterator(), pa.int64())


def _overlaps(month: date, since: datetime | None, before: datetime | None) -> bool:
    after_start = since is None or (month.year, month.month) >= _month(since)
    return after_start and (before is None or (month.year, month.month) <= _month(before))


def _month(moment: datetime) -> tuple[int, int]:
    utc = moment.astimezone(UTC)
    return utc.year, utc.month
