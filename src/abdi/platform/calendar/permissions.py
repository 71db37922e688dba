"""Who may change the calendar. Roles live above the platform: a floor above hands the action its own check."""

from django.utils.translation import gettext as _

from abdi.platform.accounts.models import User
from abdi.platform.accounts.permits import passes
from abdi.platform.errors import PermissionRefused


def check_can_edit_calendar(user: User) -> None:
    if not user.is_operator:
        raise PermissionRefused(
            _("Kalender kerja hanya dapat diubah oleh pengelola; hubungi pengelola Abdi.")
        )


def can_edit_calendar(user: User) -> bool:
    return passes(check_can_edit_calendar, user)
