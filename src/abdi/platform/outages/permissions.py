"""Who may say that the service was down. Roles live above the platform: a floor above hands its own check."""

from django.utils.translation import gettext as _

from abdi.platform.accounts.models import User
from abdi.platform.accounts.permits import passes
from abdi.platform.errors import PermissionRefused


def check_can_record_outage(user: User) -> None:
    if not user.is_operator:
        raise PermissionRefused(
            _("Gangguan layanan dicatat oleh pengelola sistem atau admin instansi; laporkan kepada mereka.")
        )


def can_record_outage(user: User) -> bool:
    return passes(check_can_record_outage, user)
