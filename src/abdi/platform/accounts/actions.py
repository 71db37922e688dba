"""What happens to sign-ins. Passwords enter here and leave only as hashes: no audit row, log or error holds one."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from abdi.platform.accounts.models import User
from abdi.platform.accounts.permissions import check_can_manage_account
from abdi.platform.accounts.policies import check_can_be_locked, check_password_can_be_set
from abdi.platform.audit.trail import action, record
from abdi.platform.errors import InputRefused
from abdi.platform.validation import write

Permit = Callable[[User, User], None]


@action
def create_operator(*, actor: User, username: str, password: str, name: str = "", email: str = "") -> User:
    """An account that operates the installation and belongs to no instansi."""
    account = User(username=username.strip(), name=name.strip(), email=email.strip(), is_superuser=True)
    check_can_manage_account(actor, account)
    _set_password(account, password)
    write(account)
    record(actor=actor, tag="accounts:operator:create", subject=account, data={"username": account.username})
    return account


@action
def set_password_by_admin(
    *, actor: User, account: User, password: str, permit: Permit = check_can_manage_account
) -> None:
    """Help somebody who lost the password: this one serves to sign in once and choose another.

    Every session of the account ends; the trail names the helper.

    `permit` is the caller's check of (actor, account), for floors that know roles.
    """
    permit(actor, account)
    check_password_can_be_set(actor, account)
    _set_password(account, password)
    account.must_change_password = True
    account.save(update_fields=["password", "must_change_password"])
    record(actor=actor, tag="accounts:password:set_by_admin", subject=account)


@action
def lock_account(*, actor: User, account: User, permit: Permit = check_can_manage_account) -> None:
    """Nobody signs in with it any more, and whoever is signed in is out with the next page."""
    permit(actor, account)
    check_can_be_locked(actor, account)
    _set_active(actor, account, "lock", is_active=False)


@action
def unlock_account(*, actor: User, account: User, permit: Permit = check_can_manage_account) -> None:
    permit(actor, account)
    check_can_be_locked(actor, account)
    _set_active(actor, account, "unlock", is_active=True)


@action
def change_language(*, actor: User, language: str) -> None:
    """The language Abdi speaks to this person."""
    if language not in dict(settings.LANGUAGES):
        raise InputRefused(_("Bahasa “%(code)s” belum tersedia.") % {"code": language}, field="language")
    actor.language = language
    actor.save(update_fields=["language"])
    record(actor=actor, tag="accounts:user:change_language", subject=actor, data={"language": language})


def _set_active(actor: User, account: User, verb: str, *, is_active: bool) -> None:
    account.is_active = is_active
    account.save(update_fields=["is_active"])
    record(actor=actor, tag=f"accounts:user:{verb}", subject=account)


def _set_password(account: User, password: str) -> None:
    try:
        validate_password(password, account)
    except ValidationError as error:
        raise InputRefused(" ".join(error.messages), field="password") from error
    account.set_password(password)
