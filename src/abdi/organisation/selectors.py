"""Reads that span models. Every `on` is a day in the instansi's own calendar; `None` means today.

Lists of people use the batch forms (`placements_on`, `assessors_on`): one query, however many people; a
QuerySet handed in stays a subquery, so its length costs no parameters.
"""

from collections.abc import Collection, Iterable
from datetime import date

from django.db.models import Case, Q, QuerySet, Value, When
from django.utils import timezone

from abdi.organisation.enums import PlacementKind, Role
from abdi.organisation.models import Employee, Placement, ReportingLine, RoleGrant, Unit
from abdi.organisation.tree import ancestors, descendants
from abdi.platform.accounts.models import User
from abdi.platform.tenancy.scope import remembered_while_reading

_HOME_FIRST = Case(When(kind=PlacementKind.DEFINITIF, then=Value(0)), default=Value(1))


def employee_of(user: User) -> Employee | None:
    """The employee who signs in as `user`, in the current instansi. Asked once a page."""
    if not user.pk:
        return None
    return remembered_while_reading(
        ("employee", user.pk), lambda: Employee.objects.filter(user_id=user.pk).first()
    )


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
    return descendants(unit_parents(), unit.pk)


def units_above(unit: Unit) -> list[int]:
    """Ids of the unit itself and of every unit above it, nearest first. One query."""
    return ancestors(unit_parents(), unit.pk)


def has_role(user: User, role: Role, unit: Unit | None = None, on: date | None = None) -> bool:
    """Whether a grant covers `unit`: one on it, on a unit above it, or on the whole instansi.

    Without `unit` only a grant on the whole instansi counts. For "holds it anywhere", see `roles_of`.
    """
    return has_any_role(user, {role}, unit, on)


def has_any_role(user: User, roles: Iterable[Role], unit: Unit | None = None, on: date | None = None) -> bool:
    wanted = set(roles)
    held = {grant.unit_id for grant in roles_of(user, on) if grant.role in wanted}
    if None in held:
        return True
    return bool(held) and unit is not None and not held.isdisjoint(units_above(unit))


def roles_of(user: User, on: date | None = None) -> list[RoleGrant]:
    """The grants somebody holds on a day, with their units. Asked once a page."""
    day = on or timezone.localdate()
    grants = RoleGrant.objects.on(day).filter(user_id=user.pk).select_related("unit")
    return remembered_while_reading(("roles", user.pk, day), lambda: list(grants))


def holds_somewhere(user: User, roles: Collection[Role]) -> bool:
    """Whether somebody holds one of the roles today, over whichever unit."""
    return any(grant.role in roles for grant in roles_of(user))


def holders_of(roles: Iterable[Role], unit: Unit | None, on: date | None = None) -> QuerySet[User]:
    """Who can sign in and holds one of the roles over the unit; without one, over the whole instansi."""
    covers = Q(unit=None)
    if unit is not None:
        covers |= Q(unit__in=units_above(unit))
    grants = RoleGrant.objects.on(on or timezone.localdate()).filter(covers, role__in=set(roles))
    return User.objects.filter(pk__in=grants.values("user"), is_active=True)


def unit_parents() -> dict[int, int | None]:
    """Unit id → id of the unit above it. Asked once a page."""
    return remembered_while_reading(
        "unit_parents", lambda: dict(Unit.objects.order_by("pk").values_list("pk", "parent_id"))
    )


def units_trusted(user: User, roles: Iterable[Role], on: date | None = None) -> set[int] | None:
    """Ids of the units somebody holds one of the roles over; None means the whole instansi."""
    wanted = set(roles)
    roots = {grant.unit_id for grant in roles_of(user, on) if grant.role in wanted}
    return None if None in roots else _with_units_below({root for root in roots if root})


def heads_of(units: Iterable[int], on: date | None = None) -> dict[int, list[Employee]]:
    """Unit id → who leads it on a day, definitive or acting; units without anybody are absent. One query."""
    led: dict[int, list[Employee]] = {}
    placed = Placement.objects.on(on or timezone.localdate())
    rows = placed.filter(position__is_head=True, position__unit__in=list(units))
    for row in rows.select_related("employee__user", "position").order_by("pk"):
        led.setdefault(row.position.unit_id, []).append(row.employee)
    return led


def units_led(user: User, on: date | None = None) -> set[int]:
    """Ids of the units somebody heads on a day, also as Plt or Plh, and of every unit below them. Asked once a page."""
    me, day = employee_of(user), on or timezone.localdate()
    if me is None:
        return set()
    headed = Placement.objects.on(day).filter(employee=me, position__is_head=True)
    units = headed.order_by().values_list("position__unit_id", flat=True)
    return _with_units_below(remembered_while_reading(("headed", me.pk, day), lambda: set(units)))


def with_units_led(units: set[int] | None, user: User, on: date | None = None) -> set[int] | None:
    """`units` and those that somebody heads; None, the whole instansi, stays what it is."""
    return None if units is None else units | units_led(user, on)


def _with_units_below(roots: set[int]) -> set[int]:
    parents = unit_parents() if roots else {}
    return {unit for root in roots for unit in descendants(parents, root)}


def employees_in(units: set[int] | None, on: date | None = None) -> QuerySet[Employee]:
    """Who works in one of the units on a day; everybody for None, also those without a placement."""
    if units is None:
        return Employee.objects.all()
    placed = Placement.objects.on(on or timezone.localdate()).filter(position__unit__in=units)
    return Employee.objects.filter(pk__in=placed.values("employee"))
