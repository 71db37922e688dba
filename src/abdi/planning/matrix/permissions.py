"""Who fills a matrix, and who sees how much of it."""

from abdi.organisation.models import Employee
from abdi.organisation.selectors import employee_of
from abdi.planning.matrix.selectors import people_of
from abdi.planning.models import Skp
from abdi.planning.permissions import can_draft_skp, can_see_skp
from abdi.platform.accounts.models import User
from abdi.platform.accounts.permits import passes
from abdi.platform.errors import PermissionRefused


def check_can_fill_matrix(user: User, skp: Skp) -> None:
    """PP 30/2019 Ps 8(3): the leader whose SKP is divided, and the pengelola kinerja over his unit."""
    if not can_draft_skp(user, skp.employee):
        raise PermissionRefused(f"Matriks ini diisi oleh {skp.employee} atau tim pengelola kinerja unitnya.")


def check_can_see_matrix(user: User, skp: Skp) -> None:
    """All of it: who may see the leader's SKP."""
    if not can_see_skp(user, skp):
        raise PermissionRefused(
            "Matriks seluruhnya hanya terbuka bagi pimpinannya, atasannya, dan pengelola kinerja unitnya."
        )


def check_can_see_row(user: User, skp: Skp, employee: Employee) -> None:
    """One row: those who see all of it, and the person himself."""
    is_his = employee_of(user) == employee and people_of(skp).filter(pk=employee.pk).exists()
    if not is_his:
        check_can_see_matrix(user, skp)


def check_can_sign_matrix(user: User, skp: Skp) -> None:
    """The leader whose work it divides, whoever filled it."""
    if employee_of(user) != skp.employee:
        raise PermissionRefused(f"Matriks ini ditandatangani oleh pimpinannya, {skp.employee}.")


def can_fill_matrix(user: User, skp: Skp) -> bool:
    return passes(check_can_fill_matrix, user, skp)


def can_see_matrix(user: User, skp: Skp) -> bool:
    return passes(check_can_see_matrix, user, skp)


def can_sign_matrix(user: User, skp: Skp) -> bool:
    return passes(check_can_sign_matrix, user, skp)


def can_see_row(user: User, skp: Skp, employee: Employee) -> bool:
    return passes(check_can_see_row, user, skp, employee)
