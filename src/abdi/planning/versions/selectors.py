"""Reads of versions and absences."""

from datetime import date

from django.db.models import Q, QuerySet

from abdi.organisation.models import Employee
from abdi.planning.models import Skp
from abdi.planning.versions.enums import WITHOUT_SKP
from abdi.planning.versions.models import Absence, SkpVersion


def versions_of(skp: Skp) -> QuerySet[SkpVersion]:
    """Newest first, with who agreed and who reopened."""
    return skp.versions.select_related("agreed_by__employee", "reopened_by__employee")


def absences_within(first: date, last: date) -> QuerySet[Absence]:
    """Everybody's that reach into these days, both included (the last day of an absence counts)."""
    return Absence.objects.filter(Q(end=None) | Q(end__gte=first), start__lte=last)


def absences_on(day: date) -> QuerySet[Absence]:
    """Everybody's on a day."""
    return absences_within(day, day)


def without_skp_on(day: date) -> QuerySet[Absence]:
    """Of those who have no SKP on a day (PP 30/2019 Ps 23)."""
    return absences_on(day).filter(kind__in=list(WITHOUT_SKP))


def absence_of(employee: Employee, day: date) -> Absence | None:
    """The absence that counts on a day; one without SKP before one assessed elsewhere."""
    rows = list(absences_on(day).filter(employee=employee))
    return next((row for row in rows if row.is_without_skp), rows[0] if rows else None)
