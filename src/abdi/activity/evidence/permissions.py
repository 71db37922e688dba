"""What this person may do with evidence."""

from abdi.activity.evidence.models import EvidenceItem
from abdi.organisation.models import Employee
from abdi.organisation.permissions import check_can_see_employee
from abdi.organisation.selectors import employee_of
from abdi.platform.accounts.models import User
from abdi.platform.accounts.permits import passes
from abdi.platform.errors import PermissionRefused


def check_can_attach(user: User, employee: Employee) -> None:
    if employee_of(user) != employee:
        raise PermissionRefused(f"Bukti dilampirkan dan dilepas oleh pegawainya sendiri, {employee}.")


def check_can_see_evidence(user: User, item: EvidenceItem) -> None:
    """The employee, the chain of assessors above, and those trusted with the unit."""
    check_can_see_employee(user, item.employee)


def can_attach(user: User, employee: Employee) -> bool:
    return passes(check_can_attach, user, employee)


def can_see_evidence(user: User, item: EvidenceItem) -> bool:
    return passes(check_can_see_evidence, user, item)
