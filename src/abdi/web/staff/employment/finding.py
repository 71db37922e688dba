"""What an address names, for whoever administers it: 404 where the instansi has none, 403 for everybody else."""

from uuid import UUID

from django.db.models import F
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from abdi.organisation.models import Employee, Placement, ReportingLine, RoleGrant, Unit
from abdi.organisation.permissions import check_can_manage_employee, check_can_manage_organisation
from abdi.organisation.selectors import placement_of, units_above
from abdi.platform.accounts.models import User

AT_MOST = 30


def managed_employee(request: HttpRequest, uid: UUID) -> Employee:
    employee = get_object_or_404(Employee.objects.select_related("user"), uid=uid)
    check_can_manage_employee(request.user, employee)
    return employee


def managed_placement(request: HttpRequest, uid: UUID) -> Placement:
    placement = get_object_or_404(Placement.objects.select_related("employee", "position__unit"), uid=uid)
    check_can_manage_organisation(request.user, placement.position.unit)
    return placement


def managed_line(request: HttpRequest, uid: UUID) -> ReportingLine:
    line = get_object_or_404(ReportingLine.objects.select_related("subordinate", "superior"), uid=uid)
    check_can_manage_employee(request.user, line.subordinate, line.valid_from)
    return line


def managed_grant(request: HttpRequest, uid: UUID) -> RoleGrant:
    grant = get_object_or_404(RoleGrant.objects.select_related("user__employee", "unit"), uid=uid)
    check_can_manage_organisation(request.user, grant.unit)
    return grant


def grants_of(account: User) -> list[RoleGrant]:
    return list(RoleGrant.objects.filter(user=account).select_related("unit").order_by("-valid_from", "pk"))


def likely_assessors(employee: Employee) -> list[str]:
    """Who leads the unit and those above it, then colleagues: "NIP · name"."""
    placement = placement_of(employee)
    if placement is None:
        return []
    near = Unit.objects.filter(pk__in=units_above(placement.position.unit))
    people = (
        Employee.objects.filter(placements__position__unit__in=near, placements__valid_until=None)
        .exclude(pk=employee.pk)
        .order_by(F("placements__position__is_head").desc(), "name")
    )
    found = dict.fromkeys(f"{one.name} · {one.nip}" if one.nip else one.name for one in people[:AT_MOST])
    return list(found)
