"""Which accounts may be touched at all."""

from django.utils.translation import gettext as _

from abdi.platform.accounts.models import User
from abdi.platform.errors import PolicyRefused


def check_password_can_be_set(actor: User, account: User) -> None:
    """Nobody signs in as the system, and an operator's password is not in an instansi's hands."""
    if account.is_system:
        raise PolicyRefused(_("Akun sistem tidak dapat dipakai masuk, jadi tidak diberi kata sandi."))
    if account.is_superuser and not actor.is_operator:
        raise PolicyRefused(_("Kata sandi operator hanya dapat diatur oleh operator lain."))


def check_can_be_locked(actor: User, account: User) -> None:
    """Nobody locks himself out, and an operator only another operator."""
    if account == actor:
        raise PolicyRefused(_("Akun sendiri tidak dapat dikunci; mintalah kepada pengelola lain."))
    if account.is_system or (account.is_superuser and not actor.is_operator):
        raise PolicyRefused(_("Akun ini hanya dapat dikelola oleh operator."))


def can_password_be_set(actor: User, account: User) -> bool:
    try:
        check_password_can_be_set(actor, account)
    except PolicyRefused:
        return False
    return True
