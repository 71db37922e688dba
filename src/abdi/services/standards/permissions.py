"""Who makes a standar. Commenting on a published draft is everybody's (PP 96/2012 Ps 27)."""

from django.utils.translation import gettext as _

from abdi.organisation.models import Unit
from abdi.organisation.permissions import can_manage_organisation
from abdi.platform.accounts.models import User
from abdi.platform.accounts.permits import passes
from abdi.platform.errors import PermissionRefused
from abdi.services.standards.models import Maklumat, Standar
from abdi.services.standards.selectors import WAS_SET


def check_can_manage_standards(user: User, unit: Unit) -> None:
    """The admin of the unit that renders the service, or of one above it."""
    if not can_manage_organisation(user, unit):
        raise PermissionRefused(_("Standar dan maklumat disusun oleh admin %s atau unit di atasnya.") % unit)


def check_can_see_standar(user: User, standar: Standar) -> None:
    """What was set belongs to the public; a draft is its makers' until it is published."""
    if standar.status not in WAS_SET:
        check_can_manage_standards(user, standar.layanan.unit)


def check_can_see_maklumat(_user: User, maklumat: Maklumat) -> None:
    """Published to everybody by its nature (UU 25/2009 Ps 22)."""
    if maklumat.published_on is None:
        raise PermissionRefused(_("Maklumat ini belum dipublikasikan."))


def can_manage_standards(user: User, unit: Unit) -> bool:
    return passes(check_can_manage_standards, user, unit)


def can_see_standar(user: User, standar: Standar) -> bool:
    return passes(check_can_see_standar, user, standar)


def can_see_maklumat(user: User, maklumat: Maklumat) -> bool:
    return passes(check_can_see_maklumat, user, maklumat)
