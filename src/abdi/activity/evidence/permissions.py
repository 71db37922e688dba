"""What this person may do with evidence."""

from django.utils import timezone

from abdi.activity.evidence.models import EvidenceItem
from abdi.organisation.models import Employee
from abdi.organisation.selectors import chain_above, employee_of
from abdi.planning.permissions import can_draft_skp
from abdi.platform.accounts.models import User
from abdi.platform.accounts.permits import passes
from abdi.platform.errors import PermissionRefused


def check_can_attach(user: User, employee: Employee) -> None:
    if employee_of(user) != employee:
        raise PermissionRefused(f"Bukti dilampirkan dan dilepas oleh pegawainya sendiri, {employee}.")


def check_can_see_evidence(user: User, item: EvidenceItem) -> None:
    """Whoever sees the work it supports: the employee, the assessors above, the pengelola kinerja of the unit.

    Not a pimpinan outside that chain, to whom the plan and its progress are closed too.
    """
    me, today = employee_of(user), timezone.localdate()
    if not can_draft_skp(user, item.employee) and (me is None or me not in chain_above(item.employee, today)):
        raise PermissionRefused(
            f"Bukti ini hanya terbuka bagi {item.employee}, atasannya, dan pengelola kinerja unitnya."
        )


def can_attach(user: User, employee: Employee) -> bool:
    return passes(check_can_attach, user, employee)


def can_see_evidence(user: User, item: EvidenceItem) -> bool:
    return passes(check_can_see_evidence, user, item)
