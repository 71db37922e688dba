"""Who may do what with reservations. Sessions are set up by whoever sets up the queue: `queue.permissions`."""

from django.utils.translation import gettext as _

from abdi.organisation.models import Unit
from abdi.platform.accounts.models import User
from abdi.platform.accounts.permits import passes
from abdi.platform.errors import PermissionRefused
from abdi.services.queue.enums import Channel
from abdi.services.queue.permissions import check_can_issue_ticket


def check_can_reserve(user: User, unit: Unit) -> None:
    """Booking, arriving and cancelling: a citizen, who knows the code, or somebody who serves there for him."""
    check_can_issue_ticket(user, unit, Channel.DARING)


def check_can_expire_reservations(user: User) -> None:
    """Places that nobody came for are given up by the clock, not by a person."""
    if not user.is_operator:
        raise PermissionRefused(_("Reservasi yang tidak dipakai dihanguskan oleh sistem."))


def can_reserve(user: User, unit: Unit) -> bool:
    return passes(check_can_reserve, user, unit)


def can_expire_reservations(user: User) -> bool:
    return passes(check_can_expire_reservations, user)
