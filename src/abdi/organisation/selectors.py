"""Reads that span models. Every `on` is a day in the instansi's own calendar; `None` means today.

Lists of people use the batch forms (`placements_on`, `assessors_on`): one query, however many people; a
QuerySet handed in stays a subquery, so its length costs no parameters.
"""

from collections.abc import Iterable
from datetime import date

from django.db.models import Case, Q, QuerySet, Value, When
from django.utils import timezone

from abdi.organisation.enums import PlacementKind, Role
from abdi.organisation.models import Employee, Placement, ReportingLine, RoleGrant, Unit
from abdi.organisation.tree import ancestors, descendants
from abdi.platform.accounts.models import User

_HOME_FIRST = Case(When(kind=PlacementKind.DEFINITIF, then=Value(0)), default=Value(1))


def employee_of(user: User) -> Employee | None:
    """The employee who signs in as `user`, in the current instansi."""
    return Employee.objects.filter(user_id=user.pk).first() if user.pk else None


def signs_in_as(user: User, employee: Employee | None) -> bool:
    """Whether `user` is the employee himself; asks the database nothing, unlike `employee_of`."""
    return employee is not None and user.pk is not None and employee.user_id == user.pk


def placement_of(employee: Employee, on: date | None = None) -> Placement | None:
    """Where the employee works: the definitive placement, an acting one only for want of it."""
    return placements_on([employee], on).get(employee.pk)


def placement_within(employee: Employee, first: date, last: date) -> Placement | None:
    """The placement on `first`, or else the earliest definitive one that begins up to `last`."""
    later = employee.placements.filter(
        kind=PlacementKind.DEFINITIF, valid_from__gt=first, valid_from__lte=last
    ).order_by("valid_from")
    return placement_of(employee, first) or later.select_related("position__unit").first()


def placements_on(employees: Iterable[Employee], on: date | None = None) -> dict[int, Placement]:
    """Employee id → placement (with position and unit); people without one are absent. One query."""
    rows = (
        Placement.objects.on(on or timezone.localdate())
        .filter(employee__in=employees)
        .select_related("position__unit")
        .annotate(home=_HOME_FIRST)
        .order_by("-home", "valid_from", "pk")
    )
    return {row.employee_id: row for row in rows}


def assessor_of(employee: Employee, on: date | None = None) -> Employee | None:
    """Pejabat penilai kinerja on a day; a Plh or Plt in force comes before the definitive one."""
    return assessors_on([employee], on).get(employee.pk)


def assessors_on(employees: Iterable[Employee], on: date | None = None) -> dict[int, Employee]:
    """Employee id → assessor; people without one are absent. One query."""
    lines = ReportingLine.objects.strongest_last(on or timezone.localdate())
    rows = lines.filter(subordinate__in=employees).select_related("superior")
    return {row.subordinate_id: row.superior for row in rows}


def subordinates_of(employee: Employee, on: date | None = None) -> QuerySet[Employee]:
    """Those whom the employee assesses on a day, by name."""
    lines = ReportingLine.objects.effective(on or timezone.localdate()).filter(superior=employee)
    return Employee.objects.filter(pk__in=lines.values("subordinate"))


def chain_above(employee: Employee, on: date | None = None) -> list[Employee]:
    """The assessor, the assessor's assessor and so on up, nearest first. One query a level."""
    chain: list[Employee] = []
    person = assessor_of(employee, on)
    while person and person != employee and person not in chain:
        chain.append(person)
        person = assessor_of(person, on)
    return chain


def people_below(employee: Employee, on: date | None = None) -> set[int]:
    """Ids of everybody whose chain passes through the employee. One query."""
    lines = ReportingLine.objects.effective(on or timezone.localdate())
    superiors = dict(lines.order_by("pk").values_list("subordinate_id", "superior_id"))
    return descendants(superiors, employee.pk) - {employee.pk}


def units_below(unit: Unit) -> set[int]:
    """Ids of the unit itself and of every unit below it. One query."""
    return descendants(_unit_parents(), unit.pk)


def units_above(unit: Unit) -> list[int]:
    """Ids of the unit itself and of every unit above it, nearest first. One query."""
    return ancestors(_unit_parents(), unit.pk)


def has_role(user: User, role: Role, unit: Unit | None = None, on: date | None = None) -> bool:
    """Whether a grant covers `unit`: one on it, on a unit above it, or on the whole instansi.

    Without `unit` only a grant on the whole instansi counts. For "holds it anywhere", see `roles_of`.
    """
    return has_any_role(user, {role}, unit, on)


def has_any_role(user: User, roles: Iterable[Role], unit: Unit | None = None, on: date | None = None) -> bool:
    covers = Q(unit=None)
    if unit is not None:
        covers |= Q(unit__in=units_above(unit))
    return roles_of(user, on).filter(covers, role__in=list(roles)).exists()


def roles_of(user: User, on: date | None = None) -> QuerySet[RoleGrant]:
    """The grants somebody holds on a day, with their units."""
    return RoleGrant.objects.on(on or timezone.localdate()).filter(user_id=user.pk).select_related("unit")


def _unit_parents() -> dict[int, int | None]:
    return dict(Unit.objects.order_by("pk").values_list("pk", "parent_id"))


def units_trusted(user: User, roles: Iterable[Role], on: date | None = None) -> set[int] | None:
    """Ids of the units somebody holds one of the roles over; None means the whole instansi."""
    grants = list(roles_of(user, on).filter(role__in=list(roles)))
    roots = {grant.unit_id for grant in grants}
    if None in roots:
        return None
    parents = _unit_parents()
    return {unit for root in roots if root for unit in descendants(parents, root)}


def units_led(employee: Employee, on: date | None = None) -> set[int]:
    """Ids of the units somebody heads on a day, also as Plt or Plh, and of every unit below them."""
    headed = Placement.objects.on(on or timezone.localdate()).filter(
        employee=employee, position__is_head=True
    )
    roots = set(headed.order_by().values_list("position__unit_id", flat=True))
    parents = _unit_parents() if roots else {}
    return {unit for root in roots for unit in descendants(parents, root)}


def employees_in(units: set[int] | None, on: date | None = None) -> QuerySet[Employee]:
    """Who works in one of the units on a day; everybody for None, also those without a placement."""
    if units is None:
        return Employee.objects.all()
    placed = Placement.objects.on(on or timezone.localdate()).filter(position__unit__in=units)
    return Employee.objects.filter(pk__in=placed.values("employee"))
