"""Reads that shape a page."""

from django.db.models import F, QuerySet

from abdi.adoption.onboarding.models import CorrectionRequest
from abdi.organisation.enums import Role
from abdi.organisation.models import Employee
from abdi.organisation.permissions import units_managed
from abdi.organisation.selectors import employees_in, holders_of, placement_of
from abdi.platform.accounts.models import User


def corrections_for(user: User) -> QuerySet[CorrectionRequest]:
    """What the people of the units he administers ask for, those still waiting first, newest first."""
    people = employees_in(units_managed(user))
    rows = CorrectionRequest.objects.filter(employee__in=people).exclude(employee__user=user)
    return rows.select_related("employee").order_by(
        F("decided_at").desc(nulls_first=True), "-asked_at", "-pk"
    )


def admins_of(employee: Employee) -> QuerySet[User]:
    """Who administers the unit where the person works, or the whole instansi."""
    placement = placement_of(employee)
    unit = placement.position.unit if placement else None
    return holders_of({Role.ADMIN}, unit).exclude(employee=employee)
