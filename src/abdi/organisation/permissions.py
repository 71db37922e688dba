"""What this person may do here. `check_x` refuses with a reason, `can_x` answers for a button."""

from datetime import date

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from abdi.organisation.enums import Role
from abdi.organisation.models import Employee, RoleGrant, Unit
from abdi.organisation.selectors import (
    chain_above,
    employee_of,
    has_any_role,
    has_role,
    placement_of,
    units_trusted,
)
from abdi.platform.accounts.models import User
from abdi.platform.accounts.permissions import check_can_manage_account
from abdi.platform.accounts.permits import passes
from abdi.platform.errors import PermissionRefused

_SEES_A_UNIT = {Role.ADMIN, Role.PENGELOLA_KINERJA, Role.PIMPINAN}


def acting_employee(user: User) -> Employee:
    """As whom this account acts. Raises PermissionRefused for one that is nobody's."""
    employee = employee_of(user)
    if employee is None:
        raise PermissionRefused(
            _("Akun Anda belum terhubung dengan data pegawai; minta admin instansi menghubungkannya.")
        )
    return employee


def can_manage_organisation(user: User, unit: Unit | None = None, on: date | None = None) -> bool:
    """The operator, or an admin of the unit or of one above it; without `unit`, of the whole instansi."""
    return user.is_operator or has_role(user, Role.ADMIN, unit, on)


def check_can_manage_organisation(user: User, unit: Unit | None = None, on: date | None = None) -> None:
    if can_manage_organisation(user, unit, on):
        return
    if unit is None:
        raise PermissionRefused(
            _("Hanya admin seluruh instansi yang dapat mengubah ini; mintalah kepada admin instansi Anda.")
        )
    raise PermissionRefused(
        _("Hanya admin {unit} atau unit di atasnya yang dapat mengubah ini.").format(unit=unit)
    )


def units_managed(user: User, on: date | None = None) -> set[int] | None:
    """Ids of the units somebody administers; None means the whole instansi."""
    return None if user.is_operator else units_trusted(user, {Role.ADMIN}, on)


def can_manage_units(user: User) -> bool:
    return units_managed(user) != set()


def check_can_manage_units(user: User) -> None:
    """For pages over all the units that somebody administers, whichever they are."""
    if not can_manage_units(user):
        raise PermissionRefused(_("Unit kerja dan layanan diatur oleh admin instansi atau admin unit kerja."))


def check_can_change_unit(user: User, unit: Unit) -> None:
    """A unit's name and place in the tree belong to whoever administers it and what it stands below."""
    check_can_manage_organisation(user, unit)
    check_can_manage_organisation(user, unit.parent)


def can_change_unit(user: User, unit: Unit) -> bool:
    return passes(check_can_change_unit, user, unit)


def check_can_manage_employee(user: User, employee: Employee, on: date | None = None) -> None:
    """The admin of the unit where the person works on that day; of the whole instansi for one not placed yet."""
    placement = placement_of(employee, on)
    check_can_manage_organisation(user, placement.position.unit if placement else None)


def can_manage_employee(user: User, employee: Employee, on: date | None = None) -> bool:
    return passes(check_can_manage_employee, user, employee, on)


def check_can_manage_sign_in(user: User, account: User) -> None:
    """Whoever sets a password could sign in with it, so he needs every trust that the account holds."""
    employee = employee_of(account)
    if employee is None:
        check_can_manage_account(user, account)
        return
    check_can_manage_employee(user, employee)
    unended = Q(valid_until=None) | Q(valid_until__gte=timezone.localdate())
    for grant in RoleGrant.objects.filter(unended, user=account).select_related("unit"):
        check_can_manage_organisation(user, grant.unit)


def can_manage_sign_in(user: User, account: User) -> bool:
    return passes(check_can_manage_sign_in, user, account)


def can_see_employee(user: User, employee: Employee, on: date | None = None) -> bool:
    """Oneself, the chain of assessors above, and those trusted with the unit where the person works."""
    if user.is_operator:
        return True
    viewer = employee_of(user)
    if viewer == employee or (viewer and viewer in chain_above(employee, on)):
        return True
    placement = placement_of(employee, on)
    return has_any_role(user, _SEES_A_UNIT, placement.position.unit if placement else None, on)


def check_can_see_employee(user: User, employee: Employee, on: date | None = None) -> None:
    if not can_see_employee(user, employee, on):
        raise PermissionRefused(
            _(
                "Data kinerja {name} hanya dapat dibuka oleh yang bersangkutan, atasannya, "
                "dan pengelola unit kerjanya."
            ).format(name=employee)
        )


def units_in_view(user: User, on: date | None = None) -> set[int] | None:
    """Ids of the units whose people this person may list; None means the whole instansi."""
    return None if user.is_operator else units_trusted(user, _SEES_A_UNIT, on)


def can_list_employees(user: User, on: date | None = None) -> bool:
    return units_in_view(user, on) != set()


def check_can_list_employees(user: User, on: date | None = None) -> None:
    if not can_list_employees(user, on):
        raise PermissionRefused(
            _("Daftar pegawai hanya untuk admin, pengelola kinerja, dan pimpinan unit kerja.")
        )
