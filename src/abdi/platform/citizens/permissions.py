"""Who acts for a citizen: himself alone, without an account of the office."""

from django.utils.translation import gettext as _

from abdi.platform.accounts.models import User
from abdi.platform.accounts.permits import passes
from abdi.platform.errors import PermissionRefused


def check_can_act_as_citizen(user: User) -> None:
    """Staff accounts act as staff, never as citizens."""
    if not user.is_public:
        raise PermissionRefused(
            _(
                "Anda masuk sebagai pegawai. Untuk bersuara sebagai warga, keluar dahulu lalu masuk di /warga/."
            )
        )


def check_can_block_citizen(user: User) -> None:
    """Floors that know roles hand in a check of their own."""
    if not user.is_operator:
        raise PermissionRefused(_("Akun warga dihentikan oleh pengawas internal."))


def can_act_as_citizen(user: User) -> bool:
    return passes(check_can_act_as_citizen, user)


def can_block_citizen(user: User) -> bool:
    return passes(check_can_block_citizen, user)
