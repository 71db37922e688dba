"""Signing in and out, and whatever changes how one signs in, leaves a row in the trail of the person's own instansi.

No row holds an address or a code: the trail is for ever, and who and when is what an inquiry starts from.
"""

from collections.abc import Mapping
from typing import Any

from allauth.account import signals as account
from allauth.mfa import signals as mfa
from allauth.mfa.models import Authenticator
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.db import transaction
from django.dispatch import Signal, receiver

from abdi.platform.accounts.models import User, system_user
from abdi.platform.audit.trail import record
from abdi.platform.tenancy.scope import instansi_scope

_CHANGES: Mapping[Signal, str] = {
    account.password_set: "accounts:password:change",
    account.password_changed: "accounts:password:change",
    account.password_reset: "accounts:password:reset",
    account.email_added: "accounts:email:add",
    account.email_changed: "accounts:email:change",
    account.email_removed: "accounts:email:remove",
    mfa.authenticator_added: "accounts:authenticator:add",
    mfa.authenticator_removed: "accounts:authenticator:remove",
    mfa.authenticator_reset: "accounts:authenticator:reset",
}


@receiver(user_logged_in, dispatch_uid="accounts.signed_in")
def signed_in(user: User, **_: Any) -> None:
    _record(user, user, "accounts:user:sign_in")


@receiver(user_logged_out, dispatch_uid="accounts.signed_out")
def signed_out(user: User | None, **_: Any) -> None:
    if user is not None:
        _record(user, user, "accounts:user:sign_out")


@receiver(user_login_failed, dispatch_uid="accounts.sign_in_failed")
def sign_in_failed(credentials: dict[str, Any], **_: Any) -> None:
    """Only for accounts that exist: what was typed instead of a name may be a password."""
    known = User.objects.filter(username=credentials.get("username") or "").first()
    if known is not None:
        _record(system_user(), known, "accounts:user:sign_in_failed")


@receiver(list(_CHANGES), dispatch_uid="accounts.sign_in_changed")
def sign_in_changed(signal: Signal, user: User, authenticator: Authenticator | None = None, **_: Any) -> None:
    """Of an authenticator the kind is told: totp, webauthn or recovery_codes."""
    _record(user, user, _CHANGES[signal], {"type": authenticator.type} if authenticator else {})


def _record(actor: User, subject: User, tag: str, data: Mapping[str, Any] | None = None) -> None:
    with transaction.atomic(), instansi_scope(subject.instansi):
        record(actor=actor, tag=tag, subject=subject, data=data)
