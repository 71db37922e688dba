"""Who may say that somebody is away."""

from abdi.organisation.models import Employee
from abdi.organisation.permissions import can_manage_employee
from abdi.organisation.selectors import employee_of
from abdi.planning.permissions import can_draft_skp
from abdi.platform.accounts.models import User
from abdi.platform.accounts.permits import passes
from abdi.platform.errors import PermissionRefused


def check_can_note_absence(user: User, employee: Employee) -> None:
    """Admin or tim pengelola kinerja of his unit; nobody excuses himself."""
    manages = can_manage_employee(user, employee) or can_draft_skp(user, employee)
    if employee_of(user) == employee or not manages:
        raise PermissionRefused(
            "Keadaan pegawai dicatat oleh admin atau tim pengelola kinerja unitnya, bukan oleh yang bersangkutan."
        )


def can_note_absence(user: User, employee: Employee) -> bool:
    return passes(check_can_note_absence, user, employee)
