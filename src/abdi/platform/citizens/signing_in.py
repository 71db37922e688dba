"""Signing in by a code that is sent. Published through `actions`."""

import secrets
from datetime import datetime

from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.citizens import permissions, policies
from abdi.platform.citizens.models import Citizen, SignInCode
from abdi.platform.citizens.telling import CODE
from abdi.platform.errors import InputRefused
from abdi.platform.followers.addresses import digest_of_email, read_email
from abdi.platform.outbox.queue import enqueue
from abdi.platform.validation import write
from abdi.platform.verification.codes import ALPHABET

DIGITS = 6


@action
def ask_code(*, actor: User, email: str) -> SignInCode:
    """Send six digits to the address; the answer is the same whether it is known or not.

    Raises InputRefused (no address) and PolicyRefused (asked too often for this address).
    """
    permissions.check_can_act_as_citizen(actor)
    address, now = read_email(email), timezone.now()
    digest = digest_of_email(address)
    policies.check_code_can_be_asked(digest, now)
    code = SignInCode(email=address, email_digest=digest, language=get_language() or "id")
    code.code = "" if policies.is_staff_address(address) else f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"
    code.asked_at, code.expires_at = now, now + policies.VALID_FOR
    write(code)
    enqueue(topic=CODE, key=str(code.uid), payload={"code": code.pk})
    record(actor=actor, tag="citizens:code:ask", subject=code)
    return code


def confirm(*, actor: User, email: str, code: str) -> Citizen:
    """The citizen whom the digits of the last letter open, made when he comes first.

    Raises InputRefused: one sentence for a wrong, used, expired or too often tried code. A wrong try is kept
    although it is refused, so it is an action of its own.
    """
    citizen = _try(actor=actor, email=email, typed="".join(filter(str.isdigit, code)))
    if citizen is None:
        raise InputRefused(
            _("Kode ini tidak berlaku: salah ketik, sudah dipakai, atau lewat 10 menit. Minta kode baru."),
            field="code",
        )
    return citizen


@action
def _try(*, actor: User, email: str, typed: str) -> Citizen | None:
    permissions.check_can_act_as_citizen(actor)
    address, now = read_email(email), timezone.now()
    rows = SignInCode.objects.select_for_update(of=("self",))
    code = rows.filter(email_digest=digest_of_email(address)).last()
    if code is None or not policies.opens(code, typed, now):
        _missed(actor, code)
        return None
    code.used_at = now
    write(code)
    return _welcomed(actor, code, now)


def _missed(actor: User, code: SignInCode | None) -> None:
    """Nothing that was typed is kept."""
    if code is not None and code.tries < policies.MOST_TRIES:
        code.tries += 1
        write(code)
    record(actor=actor, tag="citizens:code:miss", subject=code or SignInCode())


def _welcomed(actor: User, code: SignInCode, now: datetime) -> Citizen:
    citizen = Citizen.objects.filter(email_digest=code.email_digest).first()
    if citizen is None:
        citizen = Citizen(email=code.email, email_digest=code.email_digest, verified_at=now)
        citizen.name = f"Warga {get_random_string(6, ALPHABET)}"
        citizen.language = code.language
        write(citizen)
    record(actor=actor, tag="citizens:citizen:sign_in", subject=citizen)
    return citizen
