"""Who may do what with a permohonan. A citizen acts as `public_user`; his code is his permission."""

from django.utils.translation import gettext as _

from abdi.organisation.enums import Role
from abdi.organisation.models import Unit
from abdi.organisation.selectors import has_any_role, units_led, units_trusted, with_units_led
from abdi.platform.accounts.models import User
from abdi.platform.accounts.permits import passes
from abdi.platform.errors import PermissionRefused
from abdi.services.requests.models import Permohonan

_SERVES = {Role.PETUGAS, Role.ADMIN}


def check_can_open_visit(user: User, unit: Unit) -> None:
    """A citizen for himself, or whoever serves at the unit that receives him."""
    if not user.is_public:
        _check_serves(user, unit)


def check_can_open_somewhere(user: User) -> None:
    """The desk's form, before a unit is chosen."""
    if units_served(user) == set():
        raise PermissionRefused(_("Kunjungan dibuka oleh petugas atau admin unit layanan."))


def check_can_handle_permohonan(user: User, permohonan: Permohonan) -> None:
    """A petugas or an admin of the unit whose service it is; nobody from another unit."""
    _check_serves(user, permohonan.unit)


def check_can_see_permohonan(user: User, permohonan: Permohonan) -> None:
    """Who serves there, and who leads the unit."""
    if permohonan.unit_id not in units_led(user):
        _check_serves(user, permohonan.unit)


def check_can_act_for_citizen(user: User, permohonan: Permohonan) -> None:
    """The citizen, who knows the code, or whoever serves there for him."""
    if not user.is_public:
        _check_serves(user, permohonan.unit)


def check_can_follow_requests(user: User) -> None:
    """The list of a unit: for whoever serves in one, or leads one."""
    if units_followed(user) == set():
        raise PermissionRefused(_("Daftar permohonan hanya untuk petugas dan pimpinan unit layanan."))


def check_can_watch_deadlines(user: User) -> None:
    """Warning and escalation are the clock's, so that nobody can spare himself one."""
    if not user.is_operator:
        raise PermissionRefused(_("Peringatan tenggat dikirim oleh sistem."))


def units_followed(user: User) -> set[int] | None:
    """Ids of the units whose permohonan this person may see; None means the whole instansi."""
    return with_units_led(units_served(user), user)


def units_served(user: User) -> set[int] | None:
    """Ids of the units this person serves at; None means the whole instansi."""
    return None if user.is_operator else units_trusted(user, _SERVES)


def can_open_visit(user: User, unit: Unit) -> bool:
    return passes(check_can_open_visit, user, unit)


def can_open_somewhere(user: User) -> bool:
    return passes(check_can_open_somewhere, user)


def can_handle_permohonan(user: User, permohonan: Permohonan) -> bool:
    return passes(check_can_handle_permohonan, user, permohonan)


def can_see_permohonan(user: User, permohonan: Permohonan) -> bool:
    return passes(check_can_see_permohonan, user, permohonan)


def can_act_for_citizen(user: User, permohonan: Permohonan) -> bool:
    return passes(check_can_act_for_citizen, user, permohonan)


def can_follow_requests(user: User) -> bool:
    return passes(check_can_follow_requests, user)


def can_watch_deadlines(user: User) -> bool:
    return passes(check_can_watch_deadlines, user)


def _check_serves(user: User, unit: Unit) -> None:
    if not (user.is_operator or has_any_role(user, _SERVES, unit)):
        raise PermissionRefused(_("Permohonan ini hanya untuk petugas dan admin %s.") % unit)
