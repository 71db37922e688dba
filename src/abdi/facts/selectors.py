"""Reading the ledger: facts in force as plain rows, and the whole of it as Arrow for the measurement engine."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from django.db import models

from abdi.facts.models import Fact

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


def _in_force(conditions: Mapping[str, Collection[Any] | datetime | None]) -> models.QuerySet[Fact]:
    wanted = {_LOOKUPS[name]: value for name, value in conditions.items() if value is not None}
    return Fact.objects.filter(superseded_by=None, **wanted).order_by("pk")
