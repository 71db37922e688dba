"""Who may correct what happened by hand. Recording is decided by the context whose verb leads here."""

from django.utils.translation import gettext as _

from abdi.organisation.enums import Role
from abdi.organisation.models import Unit
from abdi.organisation.selectors import has_role
from abdi.platform.accounts.models import User
from abdi.platform.errors import PermissionRefused


def can_correct_facts(user: User, unit: Unit) -> bool:
    """The operator, or an admin of the unit where it happened or of one above it."""
    return user.is_operator or has_role(user, Role.ADMIN, unit)


def check_can_correct_facts(user: User, unit: Unit) -> None:
    if not can_correct_facts(user, unit):
        raise PermissionRefused(
            _("Hanya admin {unit} atau unit di atasnya yang dapat mengoreksi fakta ini.").format(unit=unit)
        )
