"""Who may have values measured and kept."""

from django.utils.translation import gettext as _

from abdi.organisation.enums import Role
from abdi.organisation.selectors import has_any_role
from abdi.platform.accounts.models import User
from abdi.platform.errors import PermissionRefused

_ROLES = (Role.ADMIN, Role.PENGELOLA_KINERJA)


def can_refresh(user: User) -> bool:
    return user.is_operator or has_any_role(user, _ROLES)


def check_refresh(user: User) -> None:
    if not can_refresh(user):
        raise PermissionRefused(_("Memperbarui nilai terukur adalah tugas tim pengelola kinerja."))
