"""Employees as the administration sees them: only those of the units it is trusted with."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _

from abdi.organisation.models import Employee, Placement, ReportingLine, RoleGrant, Unit
from abdi.organisation.permissions import (
    can_manage_employee,
    can_manage_sign_in,
    check_can_list_employees,
    check_can_see_employee,
    units_in_view,
    units_managed,
)
from abdi.organisation.selectors import assessors_on, employees_in, placements_on
from abdi.platform.accounts.models import User
from abdi.web.staff.employment.finding import grants_of

HEADER = ("NIP", _("Nama"), _("Status"), _("Golongan"), _("Jabatan"), _("Unit kerja"), _("Pejabat penilai"))


def find_employees(
    user: User,
    on: date,
    *,
    q: str = "",
    unit: Unit | None = None,
    status: str = "",
    lengkap: str = "",
) -> QuerySet[Employee]:
    """Those this person may list, by name, narrowed by the filter of the page."""
    check_can_list_employees(user, on)
    found = employees_in(units_in_view(user, on), on)
    if unit:
        found = found & employees_in({unit.pk}, on)
    if q.strip():
        words = q.strip()
        found = found.filter(
            Q(name__icontains=words) | Q(nip__startswith=words) | Q(external_key__icontains=words)
        )
    if status:
        found = found.filter(status=status)
    if lengkap:
        found = found.filter(is_incomplete=lengkap == "perlu")
    return found.order_by("name", "pk")


def people_rows(employees: Iterable[Employee], on: date) -> list[dict[str, Any]]:
    """Each with place and assessor; two queries however many."""
    people = list(employees)
    places, assessors = placements_on(people, on), assessors_on(people, on)
    return [
        {"employee": one, "placement": places.get(one.pk), "assessor": assessors.get(one.pk)}
        for one in people
    ]


def people_table(found: QuerySet[Employee], on: date) -> Iterator[Sequence[object]]:
    for row in people_rows(found, on):
        one, placement = row["employee"], row["placement"]
        yield [
            one.nip,
            one.name,
            one.get_status_display(),
            one.golongan,
            placement.position.name if placement else "",
            placement.position.unit.name if placement else "",
            row["assessor"] or "",
        ]


def employee_context(user: User, uid: UUID, on: date) -> dict[str, Any]:
    employee = get_object_or_404(Employee.objects.select_related("user"), uid=uid)
    check_can_see_employee(user, employee, on)
    placements = Placement.objects.filter(employee=employee).select_related("position__unit")
    return {
        "employee": employee,
        "placements": [(one, _in_force(one, on)) for one in placements],
        "lines_up": [
            (one, _in_force(one, on))
            for one in ReportingLine.objects.filter(subordinate=employee).select_related("superior")
        ],
        "lines_down": people_rows(Employee.objects.filter(pk__in=_team(employee, on)), on),
        "today": on,
        "may_manage": (may_manage := can_manage_employee(user, employee)),
        **(_account_context(user, employee, on) if may_manage else {}),
    }


def _account_context(user: User, employee: Employee, on: date) -> dict[str, Any]:
    """The sign-in and what it is trusted with; for those who may give and take both."""
    account, managed = employee.user, units_managed(user)
    if account is None:
        return {"account": None, "grants": []}
    return {
        "account": account,
        "may_help_sign_in": can_manage_sign_in(user, account),
        "grants": [
            (one, _in_force(one, on), managed is None or one.unit_id in managed) for one in grants_of(account)
        ],
    }


def _team(employee: Employee, on: date) -> QuerySet[Any]:
    return ReportingLine.objects.effective(on).filter(superior=employee).values("subordinate")


def _in_force(row: Placement | ReportingLine | RoleGrant, on: date) -> bool:
    return row.valid_from <= on and (row.valid_until is None or row.valid_until >= on)
