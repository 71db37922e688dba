"""Whom a unit trusts with taking counsel from the public: facilitators, and its admin."""

from django.utils.translation import gettext as _

from abdi.organisation.enums import Role
from abdi.organisation.models import Unit
from abdi.organisation.selectors import has_any_role, units_trusted
from abdi.platform.accounts.models import User
from abdi.platform.accounts.permits import passes
from abdi.platform.errors import PermissionRefused

_FACILITATES = {Role.FASILITATOR, Role.ADMIN}


def units_facilitated(user: User) -> set[int] | None:
    """Ids of the units where this person calls forums and runs projects; None means the whole instansi."""
    return None if user.is_operator else units_trusted(user, _FACILITATES)


def check_can_facilitate(user: User, unit: Unit) -> None:
    if not (user.is_operator or has_any_role(user, _FACILITATES, unit)):
        raise PermissionRefused(_("Ini hanya untuk fasilitator partisipasi dan admin %s.") % unit)


def check_can_facilitate_somewhere(user: User) -> None:
    if units_facilitated(user) == set():
        raise PermissionRefused(_("Halaman ini untuk fasilitator partisipasi dan admin unit kerja."))


def can_facilitate(user: User, unit: Unit) -> bool:
    return passes(check_can_facilitate, user, unit)


def can_facilitate_somewhere(user: User) -> bool:
    return passes(check_can_facilitate_somewhere, user)
