"""Who says when a unit is open."""

from django.utils.translation import gettext as _

from abdi.organisation.models import Unit
from abdi.organisation.permissions import can_manage_organisation
from abdi.platform.accounts.models import User
from abdi.platform.accounts.permits import passes
from abdi.platform.errors import PermissionRefused


def check_can_set_hours(user: User, unit: Unit) -> None:
    """The admin of the unit or of one above it."""
    if not can_manage_organisation(user, unit):
        raise PermissionRefused(_("Jam layanan diatur oleh admin %s atau unit di atasnya.") % unit)


def can_set_hours(user: User, unit: Unit) -> bool:
    return passes(check_can_set_hours, user, unit)
