"""Periods as they are listed."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from abdi.planning.models import Period
from abdi.planning.year.deadlines import Due, assessor_due, filing_due
from abdi.web.deadlines import why_moved


def newest_first() -> QuerySet[Period]:
    """A year stands before its own quarters."""
    return Period.objects.order_by("-start__year", "start", "-end")


def period_rows(periods: Iterable[Period]) -> list[dict[str, Any]]:
    """Each with its deadlines as they stand; one query for the outages of all."""
    return [
        {"period": one, "filing": _told(filing_due(one)), "assessor": _told(assessor_due(one))}
        for one in periods
    ]


def _told(due: Due) -> dict[str, Any]:
    return {"day": due.day, "why": why_moved(due)}
