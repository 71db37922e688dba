"""What this person may do with a visit."""

from django.utils import timezone
from django.utils.translation import gettext as _

from abdi.activity.visits.models import PlannedVisit
from abdi.organisation.enums import Role
from abdi.organisation.models import Employee
from abdi.organisation.permissions import can_list_employees, can_see_employee
from abdi.organisation.selectors import chain_above, employee_of, has_any_role, placement_of, subordinates_of
from abdi.platform.accounts.models import User
from abdi.platform.accounts.permits import passes
from abdi.platform.errors import PermissionRefused

PLANNERS = {Role.ADMIN, Role.PENGELOLA_KINERJA}


def check_can_plan_visit(user: User, employee: Employee) -> None:
    """Oneself, those above in the line of assessors, and who manages performance in the unit."""
    me = employee_of(user)
    if user.is_operator or me == employee or (me is not None and me in chain_above(employee)):
        return
    placement = placement_of(employee, timezone.localdate())
    if not has_any_role(user, PLANNERS, placement.position.unit if placement else None):
        raise PermissionRefused(
            _("Kunjungan %(name)s direncanakan olehnya sendiri, atasannya, atau pengelola kinerja unitnya.")
            % {"name": employee}
        )


def check_can_cancel_visit(user: User, visit: PlannedVisit) -> None:
    check_can_plan_visit(user, visit.employee)


def check_can_check_in(user: User, visit: PlannedVisit) -> None:
    """Nobody arrives for another: the position and the moment are his own."""
    if employee_of(user) != visit.employee:
        raise PermissionRefused(
            _("Kedatangan hanya dapat dicatat oleh %(name)s sendiri.") % {"name": visit.employee}
        )


def check_can_see_visit(user: User, visit: PlannedVisit) -> None:
    if not can_see_employee(user, visit.employee):
        raise PermissionRefused(
            _("Kunjungan ini hanya terbuka bagi pegawainya, atasannya, dan pengelola unit kerjanya.")
        )


def check_can_follow_visits(user: User) -> None:
    """A team's week: for whoever leads somebody, or is trusted with a unit."""
    me = employee_of(user)
    if not ((me and subordinates_of(me).exists()) or can_list_employees(user)):
        raise PermissionRefused(_("Kunjungan tim hanya untuk atasan dan pengelola unit kerja."))


def check_can_count_visits(user: User) -> None:
    """What went by is counted by the clock, not by a person."""
    if not user.is_operator:
        raise PermissionRefused(_("Kunjungan yang terlewat dihitung oleh sistem."))


def can_plan_visit(user: User, employee: Employee) -> bool:
    return passes(check_can_plan_visit, user, employee)


def can_cancel_visit(user: User, visit: PlannedVisit) -> bool:
    return passes(check_can_cancel_visit, user, visit)


def can_check_in(user: User, visit: PlannedVisit) -> bool:
    return passes(check_can_check_in, user, visit)


def can_see_visit(user: User, visit: PlannedVisit) -> bool:
    return passes(check_can_see_visit, user, visit)


def can_follow_visits(user: User) -> bool:
    return passes(check_can_follow_visits, user)


def can_count_visits(user: User) -> bool:
    return passes(check_can_count_visits, user)
