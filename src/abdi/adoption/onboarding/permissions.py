"""What this person may do for himself and for others who get going."""

from django.utils.translation import gettext as _

from abdi.adoption.onboarding.models import CorrectionRequest
from abdi.organisation.enums import Role
from abdi.organisation.models import Employee
from abdi.organisation.permissions import can_manage_employee, can_manage_units
from abdi.organisation.selectors import employee_of, has_any_role, placement_of, units_trusted
from abdi.platform.accounts.models import User
from abdi.platform.accounts.permits import passes
from abdi.platform.errors import PermissionRefused

HELPERS = frozenset({Role.ADMIN, Role.PENGELOLA_KINERJA})


def check_can_ask_correction(user: User, employee: Employee) -> None:
    if employee_of(user) != employee:
        raise PermissionRefused(_("Perbaikan data diminta oleh pegawainya sendiri."))


def check_can_answer_correction(user: User, request: CorrectionRequest) -> None:
    """Who can put it right answers it, except about himself."""
    if employee_of(user) == request.employee or not can_manage_employee(user, request.employee):
        raise PermissionRefused(
            _("Permintaan ini dijawab oleh admin unit kerja pegawainya, bukan olehnya sendiri.")
        )


def check_can_list_corrections(user: User) -> None:
    if not can_manage_units(user):
        raise PermissionRefused(
            _("Permintaan perbaikan data dijawab oleh admin instansi atau admin unit kerja.")
        )


def check_can_run_clinic(user: User) -> None:
    if units_helped(user) == set():
        raise PermissionRefused(_("Daftar klinik hanya untuk admin dan tim pengelola kinerja."))


def check_can_help(user: User, employee: Employee) -> None:
    placement = placement_of(employee)
    unit = placement.position.unit if placement else None
    if not (user.is_operator or has_any_role(user, HELPERS, unit)):
        raise PermissionRefused(_("%s dibantu oleh admin atau pengelola kinerja unit kerjanya.") % employee)


def units_helped(user: User) -> set[int] | None:
    """Ids of the units whose people this person helps along; None means the whole instansi."""
    return None if user.is_operator else units_trusted(user, HELPERS)


def can_ask_correction(user: User, employee: Employee) -> bool:
    return passes(check_can_ask_correction, user, employee)


def can_answer_correction(user: User, request: CorrectionRequest) -> bool:
    return passes(check_can_answer_correction, user, request)


def can_list_corrections(user: User) -> bool:
    return passes(check_can_list_corrections, user)


def can_run_clinic(user: User) -> bool:
    return passes(check_can_run_clinic, user)


def can_help(user: User, employee: Employee) -> bool:
    return passes(check_can_help, user, employee)
