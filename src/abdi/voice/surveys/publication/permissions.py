"""Who sees results, keeps the plan, and publishes."""

from django.utils.translation import gettext as _

from abdi.organisation.enums import Role
from abdi.organisation.models import Unit
from abdi.organisation.permissions import can_manage_organisation
from abdi.organisation.selectors import has_any_role, units_led, units_trusted, with_units_led
from abdi.platform.accounts.models import User
from abdi.platform.accounts.permits import passes
from abdi.platform.errors import PermissionRefused
from abdi.voice.surveys.publication.models import Publication

_SEES = {Role.ADMIN, Role.PIMPINAN, Role.PENGAWAS}


def check_can_see_results(user: User, unit: Unit) -> None:
    """The unit's head, its administration, its leaders, and the inspectorate."""
    if can_manage_organisation(user, unit) or has_any_role(user, _SEES, unit) or _leads(user, unit):
        return
    raise PermissionRefused(_("Hasil survei %s dibuka oleh kepala unit, admin, dan pimpinannya.") % unit)


def check_can_keep_plan(user: User, unit: Unit) -> None:
    """The unit's head or its administration."""
    if not (can_manage_organisation(user, unit) or _leads(user, unit)):
        raise PermissionRefused(_("Tindak lanjut survei disusun oleh kepala %s atau adminnya.") % unit)


def check_can_publish(user: User, unit: Unit) -> None:
    """The act of the unit's head, or of one above him (PermenPANRB 14/2017: results are published)."""
    if not _leads(user, unit):
        raise PermissionRefused(
            _("Hasil survei dipublikasikan oleh kepala %s atau pimpinan di atasnya.") % unit
        )


def check_can_see_surveys(user: User) -> None:
    """The list over all units: what it shows is only those of his."""
    if units_seen(user) == set():
        raise PermissionRefused(_("Hasil survei dibuka oleh kepala unit, admin, dan pimpinan."))


def check_can_see_publication(_user: User, _publication: Publication) -> None:
    """Published to everybody by its nature."""


def check_can_issue_publication(user: User, publication: Publication) -> None:
    check_can_publish(user, publication.period.unit)


def units_seen(user: User) -> set[int] | None:
    """Ids of the units whose results somebody may see; None means the whole instansi."""
    return None if user.is_operator else with_units_led(units_trusted(user, _SEES), user)


def _leads(user: User, unit: Unit) -> bool:
    return unit.pk in units_led(user)


def can_see_results(user: User, unit: Unit) -> bool:
    return passes(check_can_see_results, user, unit)


def can_keep_plan(user: User, unit: Unit) -> bool:
    return passes(check_can_keep_plan, user, unit)


def can_publish(user: User, unit: Unit) -> bool:
    return _leads(user, unit)


def can_see_surveys(user: User) -> bool:
    return units_seen(user) != set()


def can_see_publication(user: User, publication: Publication) -> bool:
    return passes(check_can_see_publication, user, publication)


def can_issue_publication(user: User, publication: Publication) -> bool:
    return passes(check_can_issue_publication, user, publication)
