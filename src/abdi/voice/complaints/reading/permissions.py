"""Who may let the router learn and speak."""

from django.utils.translation import gettext as _

from abdi.platform.accounts.models import User
from abdi.platform.accounts.permits import passes
from abdi.platform.errors import PermissionRefused


def check_can_run_router(user: User) -> None:
    """The clock's alone, so that nobody can let it learn at the moment that suits him."""
    if not user.is_operator:
        raise PermissionRefused(_("Usulan disusun oleh sistem."))


def can_run_router(user: User) -> bool:
    return passes(check_can_run_router, user)
