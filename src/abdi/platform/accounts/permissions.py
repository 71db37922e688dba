"""Who may manage sign-ins. Roles live above the platform: a floor above hands the action its own check."""

from django.utils.translation import gettext as _

from abdi.platform.accounts.models import User
from abdi.platform.accounts.permits import passes
from abdi.platform.errors import PermissionRefused


def check_can_manage_account(actor: User, _account: User) -> None:
    if not actor.is_operator:
        raise PermissionRefused(_("Akun hanya dapat dikelola oleh operator; hubungi pengelola Abdi."))


def can_manage_account(actor: User, account: User) -> bool:
    return passes(check_can_manage_account, actor, account)
