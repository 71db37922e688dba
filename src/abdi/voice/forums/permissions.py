"""Who may do what with forums. A citizen acts as `public_user`; his code is his permission."""

from django.utils.translation import gettext as _

from abdi.organisation.models import Unit
from abdi.organisation.selectors import signs_in_as
from abdi.platform.accounts.models import User
from abdi.platform.accounts.permits import passes
from abdi.platform.errors import PermissionRefused
from abdi.voice.forums.models import Agreement, Forum
from abdi.voice.permissions import can_facilitate, check_can_facilitate


def check_can_run_forum(user: User, unit: Unit) -> None:
    """Calls it, keeps its minutes: a facilitator or an admin of the unit."""
    check_can_facilitate(user, unit)


def check_can_see_forum(user: User, forum: Forum) -> None:
    """What was announced is everybody's; a draft is its facilitators'."""
    if not forum.is_public:
        check_can_facilitate(user, forum.unit)


def check_can_take_part(user: User, forum: Forum) -> None:
    """A citizen for himself, or a facilitator for somebody without a telephone."""
    if not user.is_public:
        check_can_facilitate(user, forum.unit)


def check_can_report_agreement(user: User, agreement: Agreement) -> None:
    """Whoever promised it, or a facilitator of the unit that promised or of the forum's."""
    if signs_in_as(user, agreement.owner) or can_facilitate(user, agreement.forum.unit):
        return
    if not can_facilitate(user, agreement.unit):
        raise PermissionRefused(_("Kemajuan ini dicatat oleh penanggung jawabnya atau fasilitator unitnya."))


def can_run_forum(user: User, unit: Unit) -> bool:
    return passes(check_can_run_forum, user, unit)


def can_see_forum(user: User, forum: Forum) -> bool:
    return passes(check_can_see_forum, user, forum)


def can_take_part(user: User, forum: Forum) -> bool:
    return passes(check_can_take_part, user, forum)


def can_report_agreement(user: User, agreement: Agreement) -> bool:
    return passes(check_can_report_agreement, user, agreement)
