"""Who keeps after a year's plans: those trusted with a unit, and those who head one."""

from collections.abc import Collection
from datetime import date

from abdi.organisation.models import Employee
from abdi.organisation.permissions import units_in_view
from abdi.organisation.selectors import employees_in, with_units_led
from abdi.platform.accounts.models import User
from abdi.platform.accounts.permits import passes
from abdi.platform.errors import PermissionRefused


def units_chased(user: User, on: date | None = None) -> set[int] | None:
    """Ids of the units whose plans this person keeps after; None means the whole instansi."""
    return with_units_led(units_in_view(user, on), user, on)


def check_can_chase(user: User, on: date | None = None) -> None:
    if units_chased(user, on) == set():
        raise PermissionRefused(
            "Daftar ini untuk tim pengelola kinerja, admin, dan pimpinan, masing-masing untuk unitnya."
        )


def check_can_remind(user: User, people: Collection[Employee], on: date | None = None) -> None:
    """Only people of one's own units."""
    check_can_chase(user, on)
    within = employees_in(units_chased(user, on), on)
    if within.filter(pk__in=[one.pk for one in people]).count() < len({one.pk for one in people}):
        raise PermissionRefused("Anda hanya dapat mengingatkan pegawai di unit Anda sendiri.")


def can_chase(user: User, on: date | None = None) -> bool:
    return passes(check_can_chase, user, on)


def can_remind(user: User, people: Collection[Employee], on: date | None = None) -> bool:
    return passes(check_can_remind, user, people, on)
