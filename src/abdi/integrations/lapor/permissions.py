"""Who exchanges with SP4N-LAPOR!: the clock and the console, and nobody in an office."""

from django.utils.translation import gettext as _

from abdi.platform.accounts.models import User
from abdi.platform.accounts.permits import passes
from abdi.platform.errors import PermissionRefused


def check_can_exchange(user: User) -> None:
    if not user.is_operator:
        raise PermissionRefused(_("Pertukaran dengan LAPOR dijalankan oleh sistem."))


def can_exchange(user: User) -> bool:
    return passes(check_can_exchange, user)
