"""Units, services and people that an imported log names before anybody has entered them.

Each function finds the row or makes one marked `is_incomplete`. Finding is no change, hence no audit row.
"""

from datetime import date
from typing import TypeVar

from abdi.organisation.enums import JenisJabatan
from abdi.organisation.locks import lock_organisation
from abdi.organisation.models import Employee, Layanan, Placement, Position, Unit
from abdi.organisation.permissions import check_can_manage_organisation
from abdi.organisation.policies import check_one_instansi
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.instansi.actions import open_instansi
from abdi.platform.tenancy.models import Instansi, TenantModel
from abdi.platform.validation import write

T = TypeVar("T", bound=TenantModel)

# A log tells that somebody worked there, never since when.
SINCE_UNKNOWN = date(1900, 1, 1)
# Found again by its name, so it is the same in every language.
UNKNOWN_POSITION = "Petugas (jabatan perlu dilengkapi)"


def ensure_instansi(*, actor: User, code: str, name: str = "", timezone: str = "") -> Instansi:
    """The instansi of that code. Only the operator may open a new one."""
    known = Instansi.objects.filter(code=code).first()
    return known or open_instansi(
        actor=actor,
        code=code,
        name=name or code,
        timezone=timezone or Instansi.Timezone.WIB,
        is_incomplete=True,
    )


def ensure_unit(*, actor: User, code: str, name: str = "") -> Unit:
    """The unit of that code in the current instansi."""
    known = Unit.objects.filter(code=code).first()
    return known or _create(
        actor, "unit", Unit(code=code, name=name or code, valid_from=SINCE_UNKNOWN, is_incomplete=True)
    )


def ensure_layanan(*, actor: User, code: str, unit: Unit, name: str = "") -> Layanan:
    """The service of that code; a new one belongs to `unit`."""
    check_one_instansi(unit)
    known = Layanan.objects.filter(code=code).first()
    return known or _create(
        actor,
        "layanan",
        Layanan(code=code, name=name or code, unit=unit, valid_from=SINCE_UNKNOWN, is_incomplete=True),
    )


def ensure_placeholder_employee(*, actor: User, external_key: str, unit: Unit) -> Employee:
    """Whoever the source calls `external_key`; a new person is placed in `unit`, position to be completed."""
    check_one_instansi(unit)
    known = Employee.objects.filter(external_key=external_key).first()
    return known or _create_officer(actor=actor, external_key=external_key, unit=unit)


@action
def _create(actor: User, word: str, row: T) -> T:
    lock_organisation()
    check_can_manage_organisation(actor, getattr(row, "unit", None))
    write(row)
    record(
        actor=actor,
        tag=f"organisation:{word}:create",
        subject=row,
        data={"name": str(row), "placeholder": True},
    )
    return row


@action
def _create_officer(*, actor: User, external_key: str, unit: Unit) -> Employee:
    employee = _create(
        actor, "employee", Employee(external_key=external_key, name=external_key, is_incomplete=True)
    )
    position = Position.objects.filter(unit=unit, name=UNKNOWN_POSITION).first() or _create(
        actor,
        "position",
        Position(unit=unit, name=UNKNOWN_POSITION, jenis=JenisJabatan.PELAKSANA, valid_from=SINCE_UNKNOWN),
    )
    _create(actor, "placement", Placement(employee=employee, position=position, valid_from=SINCE_UNKNOWN))
    return employee
