"""Reads that shape a page."""

from datetime import date, timedelta

from django.db.models import Q, QuerySet

from abdi.activity.visits.enums import VisitStatus
from abdi.activity.visits.models import PlannedVisit
from abdi.organisation.models import Employee
from abdi.organisation.permissions import units_in_view
from abdi.organisation.selectors import employee_of, employees_in, people_below
from abdi.platform.accounts.models import User

WEEK = timedelta(days=7)


def visits_on(employee: Employee, day: date) -> QuerySet[PlannedVisit]:
    """What he is expected at on that day, cancelled ones left out, by their window."""
    return _shown().filter(employee=employee, day=day).exclude(status=VisitStatus.DIBATALKAN)


def visits_around(employee: Employee, day: date) -> QuerySet[PlannedVisit]:
    """The week before and the week after that day, without the day itself."""
    near = Q(day__gte=day - WEEK, day__lte=day + WEEK) & ~Q(day=day)
    return _shown().filter(near, employee=employee)


def visits_of_week(user: User, monday: date) -> QuerySet[PlannedVisit]:
    """Of the people below him, and of the units he is trusted with."""
    return _shown().filter(employee__in=people_of(user), day__gte=monday, day__lt=monday + WEEK)


def people_of(user: User) -> QuerySet[Employee]:
    """Whose visits this person may plan and follow, by name; without himself."""
    me = employee_of(user)
    below = people_below(me) if me else set()
    in_units = employees_in(units_in_view(user)).values("pk")
    return Employee.objects.filter(Q(pk__in=below) | Q(pk__in=in_units)).exclude(user=user)


def uncounted(today: date) -> QuerySet[PlannedVisit]:
    """Missed visits that the ledger does not know yet, oldest first."""
    return PlannedVisit.objects.filter(status=VisitStatus.DIRENCANAKAN, counted_at=None, day__lt=today)


def _shown() -> QuerySet[PlannedVisit]:
    return PlannedVisit.objects.select_related("employee", "unit", "rhk")
