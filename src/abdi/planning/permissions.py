"""What this person may do with a plan."""

from django.utils import timezone

from abdi.organisation.enums import Role
from abdi.organisation.models import Employee
from abdi.organisation.selectors import (
    assessor_of,
    chain_above,
    employee_of,
    has_role,
    placement_of,
    signs_in_as,
)
from abdi.planning.models import Skp
from abdi.platform.accounts.models import User
from abdi.platform.accounts.permits import passes
from abdi.platform.errors import PermissionRefused


def check_can_manage_periods(user: User) -> None:
    if not (user.is_operator or has_role(user, Role.ADMIN) or has_role(user, Role.PENGELOLA_KINERJA)):
        raise PermissionRefused("Periode diatur oleh admin instansi atau tim pengelola kinerja.")


def check_can_draft_skp(user: User, employee: Employee) -> None:
    """PP 30/2019 Ps 8(3): drawn up by the employee, and by the pengelola kinerja for him."""
    if not (signs_in_as(user, employee) or _manages(user, employee)):
        raise PermissionRefused(
            "SKP disusun oleh pegawai yang bersangkutan atau tim pengelola kinerja unitnya."
        )


def check_can_edit_skp(user: User, skp: Skp) -> None:
    check_can_draft_skp(user, skp.employee)


def check_can_submit_skp(user: User, skp: Skp) -> None:
    """PP 30/2019 Ps 24(1): the plan is signed by the employee himself, whoever typed it."""
    if not signs_in_as(user, skp.employee):
        raise PermissionRefused(f"SKP diajukan oleh pegawainya sendiri, {skp.employee}.")


def check_can_set_ekspektasi(user: User, skp: Skp) -> None:
    """The leader's expectations are his own to write; the employee may propose them."""
    if not can_decide_skp(user, skp):
        check_can_edit_skp(user, skp)


def check_can_decide_skp(user: User, skp: Skp) -> None:
    """The assessor named in the SKP, or who stands in his place today: Plt, Plh, a successor (Ps 46(3)-(4))."""
    if signs_in_as(user, skp.pejabat_penilai):
        return
    if not signs_in_as(user, assessor_of(skp.employee, timezone.localdate())):
        raise PermissionRefused(
            f"Hanya pejabat penilai SKP ini, {skp.pejabat_penilai}, yang dapat memutuskannya."
        )


def check_can_see_skp(user: User, skp: Skp) -> None:
    me = employee_of(user)
    if me == skp.employee or can_decide_skp(user, skp):
        return
    if _manages(user, skp.employee) or (me is not None and me in chain_above(skp.employee, skp.end)):
        return
    raise PermissionRefused("SKP ini hanya terbuka bagi pegawai, atasannya, dan pengelola kinerja unitnya.")


def can_manage_periods(user: User) -> bool:
    return passes(check_can_manage_periods, user)


def can_draft_skp(user: User, employee: Employee) -> bool:
    return passes(check_can_draft_skp, user, employee)


def can_edit_skp(user: User, skp: Skp) -> bool:
    return passes(check_can_edit_skp, user, skp)


def can_submit_skp(user: User, skp: Skp) -> bool:
    return passes(check_can_submit_skp, user, skp)


def can_set_ekspektasi(user: User, skp: Skp) -> bool:
    return passes(check_can_set_ekspektasi, user, skp)


def can_decide_skp(user: User, skp: Skp) -> bool:
    return passes(check_can_decide_skp, user, skp)


def can_see_skp(user: User, skp: Skp) -> bool:
    return passes(check_can_see_skp, user, skp)


def _manages(user: User, employee: Employee) -> bool:
    """Operator, or tim pengelola kinerja / admin over the employee's unit."""
    if user.is_operator:
        return True
    placement = placement_of(employee, timezone.localdate())
    unit = placement.position.unit if placement else None
    return has_role(user, Role.PENGELOLA_KINERJA, unit) or has_role(user, Role.ADMIN, unit)
