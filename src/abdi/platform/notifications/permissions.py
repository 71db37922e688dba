"""A notice is between Abdi and its recipient."""

from django.utils.translation import gettext as _

from abdi.platform.accounts.models import User
from abdi.platform.accounts.permits import passes
from abdi.platform.errors import PermissionRefused
from abdi.platform.notifications.models import Notice


def check_can_read(user: User, notice: Notice) -> None:
    if notice.recipient_id != user.pk:
        raise PermissionRefused(
            _("Pemberitahuan ini milik orang lain; buka daftar pemberitahuan Anda sendiri.")
        )


def can_read(user: User, notice: Notice) -> bool:
    return passes(check_can_read, user, notice)
