"""Who keeps the library; everybody who signs in may read it."""

from abdi.organisation.enums import Role
from abdi.organisation.selectors import has_any_role
from abdi.platform.accounts.models import User
from abdi.platform.accounts.permits import passes
from abdi.platform.errors import PermissionRefused


def check_can_keep_library(user: User) -> None:
    if not (user.is_operator or has_any_role(user, {Role.ADMIN, Role.PENGELOLA_KINERJA})):
        raise PermissionRefused(
            "Perpustakaan indikator diatur oleh admin instansi atau tim pengelola kinerja."
        )


def can_keep_library(user: User) -> bool:
    return passes(check_can_keep_library, user)
