"""Who may copy or replace a whole installation."""

from django.utils.translation import gettext as _

from abdi.platform.accounts.models import User
from abdi.platform.accounts.permits import passes
from abdi.platform.errors import PermissionRefused


def check_can_operate(user: User) -> None:
    if not user.is_operator:
        raise PermissionRefused(_("Hanya operator yang boleh mencadangkan atau memulihkan Abdi."))


def can_operate(user: User) -> bool:
    return passes(check_can_operate, user)
