"""The verbs of the organisation. Each refuses with `PermissionRefused`, `PolicyRefused` or `InputRefused`.

Every `valid_from`/`valid_until` is a whole day, both included; no `valid_until` means until further notice.
"""

from datetime import date

from django.utils import timezone

from abdi.organisation import policies
from abdi.organisation.accounts import (
    create_account,
    give_account,
    give_password,
    lock_sign_in,
    unlock_sign_in,
)
from abdi.organisation.enums import EmployeeStatus, JenisJabatan, PlacementKind, Role
from abdi.organisation.layanan import change_layanan, create_layanan
from abdi.organisation.locks import lock_organisation
from abdi.organisation.models import Employee, Placement, Position, ReportingLine, RoleGrant, Unit
from abdi.organisation.nip import check_nip
from abdi.organisation.permissions import (
    check_can_change_unit,
    check_can_manage_employee,
    check_can_manage_organisation,
)
from abdi.organisation.placeholders import (
    ensure_instansi,
    ensure_layanan,
    ensure_placeholder_employee,
    ensure_unit,
)
from abdi.organisation.tree import Span
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.validation import write

__all__ = [
    "change_employee",
    "change_layanan",
    "change_unit",
    "create_account",
    "create_employee",
    "create_layanan",
    "create_position",
    "create_unit",
    "end_placement",
    "end_reporting_line",
    "end_role",
    "ensure_instansi",
    "ensure_layanan",
    "ensure_placeholder_employee",
    "ensure_unit",
    "give_account",
    "give_password",
    "grant_role",
    "lock_sign_in",
    "place_employee",
    "set_reporting_line",
    "unlock_sign_in",
]


@action
def create_unit(
    *,
    actor: User,
    code: str,
    name: str,
    valid_from: date,
    valid_until: date | None = None,
    parent: Unit | None = None,
) -> Unit:
    """Open a unit kerja below `parent`, or at the top."""
    lock_organisation()
    check_can_manage_organisation(actor, parent)
    policies.check_one_instansi(parent)
    unit = write(Unit(code=code, name=name, parent=parent, valid_from=valid_from, valid_until=valid_until))
    record(
        actor=actor,
        tag="organisation:unit:create",
        subject=unit,
        data={"code": code, "name": name, "parent": parent and parent.code, "from": valid_from},
    )
    return unit


@action
def change_unit(*, actor: User, unit: Unit, name: str, parent: Unit | None) -> Unit:
    """Give a unit its name and its place in the tree; a placeholder is complete after that."""
    lock_organisation()
    check_can_change_unit(actor, unit)
    check_can_manage_organisation(actor, parent)
    policies.check_one_instansi(unit, parent)
    policies.check_unit_without_loop(unit, parent)
    before = {"name": unit.name, "parent": unit.parent and unit.parent.code}
    unit.name, unit.parent, unit.is_incomplete = name, parent, False
    write(unit)
    after = {"name": name, "parent": parent and parent.code}
    record(
        actor=actor,
        tag="organisation:unit:change",
        subject=unit,
        data={"before": before, "after": after},
    )
    return unit


@action
def create_position(
    *,
    actor: User,
    unit: Unit,
    name: str,
    jenis: JenisJabatan,
    valid_from: date,
    valid_until: date | None = None,
    jenjang: str = "",
    kelas: int | None = None,
    is_head: bool = False,
) -> Position:
    """Open a jabatan in a unit; `is_head` makes whoever holds it the unit's leader."""
    lock_organisation()
    check_can_manage_organisation(actor, unit)
    policies.check_one_instansi(unit)
    position = write(
        Position(
            unit=unit,
            name=name,
            jenis=jenis,
            jenjang=jenjang,
            kelas=kelas,
            is_head=is_head,
            valid_from=valid_from,
            valid_until=valid_until,
        )
    )
    record(
        actor=actor,
        tag="organisation:position:create",
        subject=position,
        data={"unit": unit.code, "name": name, "jenis": jenis, "kelas": kelas, "head": is_head},
    )
    return position


@action
def create_employee(
    *,
    actor: User,
    nip: str,
    name: str,
    status: EmployeeStatus,
    golongan: str = "",
    email: str = "",
    unit: Unit | None = None,
) -> Employee:
    """Enter a pegawai. `unit` is where the person will be placed: its admin may then do it too."""
    lock_organisation()
    check_can_manage_organisation(actor, unit)
    check_nip(nip, timezone.localdate())
    employee = write(Employee(nip=nip, name=name, status=status, golongan=golongan, email=email))
    record(
        actor=actor,
        tag="organisation:employee:create",
        subject=employee,
        data={"nip": nip, "name": name, "status": status},
    )
    return employee


@action
def change_employee(
    *,
    actor: User,
    employee: Employee,
    nip: str,
    name: str,
    status: EmployeeStatus,
    golongan: str = "",
    email: str = "",
) -> Employee:
    """State who somebody is; a placeholder with a NIP is complete after that."""
    lock_organisation()
    check_can_manage_employee(actor, employee)
    policies.check_one_instansi(employee)
    check_nip(nip, timezone.localdate())
    after = {"nip": nip, "name": name, "status": status, "golongan": golongan, "email": email}
    before = {field: getattr(employee, field) for field in after}
    for field, value in after.items():
        setattr(employee, field, value)
    employee.is_incomplete = not nip
    write(employee)
    record(
        actor=actor,
        tag="organisation:employee:change",
        subject=employee,
        data={"before": before, "after": after},
    )
    return employee


@action
def place_employee(
    *,
    actor: User,
    employee: Employee,
    position: Position,
    valid_from: date,
    valid_until: date | None = None,
    kind: PlacementKind = PlacementKind.DEFINITIF,
) -> Placement:
    """Put an employee into a position. Refused while another definitive placement overlaps."""
    span = Span(valid_from, valid_until)
    lock_organisation()
    check_can_manage_organisation(actor, position.unit)
    policies.check_one_instansi(employee, position)
    policies.check_dates(span)
    policies.check_placement_free(employee, kind, span)
    placement = write(
        Placement(
            employee=employee,
            position=position,
            kind=kind,
            valid_from=valid_from,
            valid_until=valid_until,
        )
    )
    record(
        actor=actor,
        tag="organisation:placement:create",
        subject=placement,
        data={
            "employee": employee.uid,
            "position": position.name,
            "unit": position.unit.code,
            "kind": kind,
            "from": valid_from,
            "until": valid_until,
        },
    )
    return placement


@action
def end_placement(*, actor: User, placement: Placement, last_day: date) -> Placement:
    """Let a placement end on `last_day`, that day included."""
    lock_organisation()
    check_can_manage_organisation(actor, placement.position.unit)
    policies.check_ends_later_than_start(placement, last_day)
    placement.valid_until = last_day
    write(placement)
    record(
        actor=actor,
        tag="organisation:placement:end",
        subject=placement,
        data={"employee": placement.employee.uid, "until": last_day},
    )
    return placement


@action
def set_reporting_line(
    *,
    actor: User,
    subordinate: Employee,
    superior: Employee,
    valid_from: date,
    valid_until: date | None = None,
    kind: PlacementKind = PlacementKind.DEFINITIF,
) -> ReportingLine:
    """Name who assesses whom. Refused while a line of the same kind overlaps or a loop would close."""
    span = Span(valid_from, valid_until)
    lock_organisation()
    check_can_manage_employee(actor, subordinate, valid_from)
    policies.check_one_instansi(subordinate, superior)
    policies.check_dates(span)
    policies.check_line_free(subordinate, kind, span)
    policies.check_line_without_loop(subordinate, superior, span)
    line = write(
        ReportingLine(
            subordinate=subordinate,
            superior=superior,
            kind=kind,
            valid_from=valid_from,
            valid_until=valid_until,
        )
    )
    record(
        actor=actor,
        tag="organisation:reporting_line:create",
        subject=line,
        data={
            "subordinate": subordinate.uid,
            "superior": superior.uid,
            "kind": kind,
            "from": valid_from,
            "until": valid_until,
        },
    )
    return line


@action
def end_reporting_line(*, actor: User, line: ReportingLine, last_day: date) -> ReportingLine:
    """Let a line end on `last_day`, that day included."""
    lock_organisation()
    check_can_manage_employee(actor, line.subordinate, line.valid_from)
    policies.check_ends_later_than_start(line, last_day)
    line.valid_until = last_day
    write(line)
    record(
        actor=actor,
        tag="organisation:reporting_line:end",
        subject=line,
        data={"subordinate": line.subordinate.uid, "until": last_day},
    )
    return line


@action
def grant_role(
    *,
    actor: User,
    user: User,
    role: Role,
    valid_from: date,
    unit: Unit | None = None,
    valid_until: date | None = None,
) -> RoleGrant:
    """Trust somebody with a role over `unit` and everything below it; no unit: the whole instansi."""
    span = Span(valid_from, valid_until)
    lock_organisation()
    check_can_manage_organisation(actor, unit)
    policies.check_one_instansi(unit)
    policies.check_user_of_this_instansi(user)
    policies.check_dates(span)
    policies.check_grant_free(user, role, unit, span)
    grant = write(RoleGrant(user=user, role=role, unit=unit, valid_from=valid_from, valid_until=valid_until))
    record(
        actor=actor,
        tag="organisation:role:grant",
        subject=grant,
        data={"user": user.username, "role": role, "unit": unit and unit.code, "from": valid_from},
    )
    return grant


@action
def end_role(*, actor: User, grant: RoleGrant, last_day: date) -> RoleGrant:
    """Let a role end on `last_day`, that day included."""
    lock_organisation()
    check_can_manage_organisation(actor, grant.unit)
    policies.check_ends_later_than_start(grant, last_day)
    grant.valid_until = last_day
    write(grant)
    record(
        actor=actor,
        tag="organisation:role:end",
        subject=grant,
        data={"user": grant.user.username, "role": grant.role, "until": last_day},
    )
    return grant
