"""Who gives keys. Roles live above the platform: a floor above hands its own check."""

from django.utils.translation import gettext as _

from abdi.platform.accounts.models import User
from abdi.platform.accounts.permits import passes
from abdi.platform.errors import PermissionRefused


def check_can_manage_keys(user: User) -> None:
    if not user.is_operator:
        raise PermissionRefused(
            _("Kunci API dikelola oleh pengelola sistem atau admin instansi; mintalah kepada mereka.")
        )


def can_manage_keys(user: User) -> bool:
    return passes(check_can_manage_keys, user)
