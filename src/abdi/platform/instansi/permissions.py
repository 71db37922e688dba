"""Who may open an instansi, complete it, and work in any of them."""

from django.utils.translation import gettext as _

from abdi.platform.accounts.models import User
from abdi.platform.accounts.permits import passes
from abdi.platform.errors import PermissionRefused


def check_can_manage_instansi(user: User) -> None:
    if not user.is_operator:
        raise PermissionRefused(_("Hanya pengelola sistem yang dapat membuka dan mengubah instansi."))


def can_manage_instansi(user: User) -> bool:
    return passes(check_can_manage_instansi, user)
