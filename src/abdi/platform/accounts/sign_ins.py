"""Signing in and out leaves a row in the trail of the person's own instansi."""

from typing import Any

from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.db import transaction
from django.dispatch import receiver

from abdi.platform.accounts.models import User, system_user
from abdi.platform.audit.trail import record
from abdi.platform.tenancy.scope import instansi_scope


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
    account = User.objects.filter(username=credentials.get("username") or "").first()
    if account is not None:
        _record(system_user(), account, "accounts:user:sign_in_failed")


def _record(actor: User, account: User, tag: str) -> None:
    with transaction.atomic(), instansi_scope(account.instansi):
        record(actor=actor, tag=tag, subject=account)
