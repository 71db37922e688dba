"""What this person may do with progress."""

from collections.abc import Iterable

from abdi.activity.progress.models import Entry
from abdi.organisation.models import Employee
from abdi.organisation.selectors import employee_of, signs_in_as, subordinates_of
from abdi.planning import permissions as planning
from abdi.planning.models import Skp
from abdi.platform.accounts.models import User
from abdi.platform.accounts.permits import passes
from abdi.platform.errors import PermissionRefused


def check_can_enter(user: User, employee: Employee) -> None:
    """Progress is told by whoever did the work."""
    if not signs_in_as(user, employee):
        raise PermissionRefused(f"Progres diisi dan diubah oleh pegawainya sendiri, {employee}.")


def check_can_approve(user: User, entries: Iterable[Entry]) -> None:
    """The assessor named in the SKP, or who stands in his place today, for every one of them. Two queries."""
    me = employee_of(user)
    led = set(subordinates_of(me).values_list("pk", flat=True)) if me else set()
    for entry in entries:
        if me is None or not (entry.skp.pejabat_penilai_id == me.pk or entry.employee_id in led):
            raise PermissionRefused(
                f"Progres {entry.employee} diperiksa oleh pejabat penilainya, {entry.skp.pejabat_penilai}."
            )


def check_can_see_entry(user: User, entry: Entry) -> None:
    planning.check_can_see_skp(user, entry.skp)


def check_can_set_windows(user: User) -> None:
    planning.check_can_manage_periods(user)


def check_can_plan_actions(user: User, skp: Skp) -> None:
    """Drawn up by the employee, or for him by the pengelola kinerja, as the SKP itself is."""
    planning.check_can_edit_skp(user, skp)


def can_enter(user: User, employee: Employee) -> bool:
    return passes(check_can_enter, user, employee)


def can_approve(user: User, entries: Iterable[Entry]) -> bool:
    return passes(check_can_approve, user, entries)


def can_see_entry(user: User, entry: Entry) -> bool:
    return passes(check_can_see_entry, user, entry)


def can_set_windows(user: User) -> bool:
    return passes(check_can_set_windows, user)


def can_plan_actions(user: User, skp: Skp) -> bool:
    return passes(check_can_plan_actions, user, skp)
