"""Who may meddle with messages."""

from django.utils.translation import gettext as _

from abdi.platform.accounts.models import User
from abdi.platform.accounts.permits import passes
from abdi.platform.errors import PermissionRefused


def check_can_retry(user: User) -> None:
    if not user.is_operator:
        raise PermissionRefused(_("Pesan keluar hanya dapat diulang oleh operator; hubungi pengelola Abdi."))


def can_retry(user: User) -> bool:
    return passes(check_can_retry, user)
