"""Policies judge the present, not what a page once read."""

from typing import TypeVar, cast

from django.db.models import QuerySet

from abdi.platform.tenancy.models import TenantModel

M = TypeVar("M", bound=TenantModel)


def hold(row: M, *related: str) -> M:
    """Read the row anew and hold it to the end of the transaction, so that two people deciding at once queue.

    The same object comes back; what it is `related` to is read along, but not held. On SQLite the transaction
    itself excludes other writers (BEGIN IMMEDIATE).
    """
    rows = cast(QuerySet[M], type(row).objects.select_for_update(of=("self",)))
    if related:
        rows = rows.select_related(*related)
    row.refresh_from_db(from_queryset=rows)
    return row
