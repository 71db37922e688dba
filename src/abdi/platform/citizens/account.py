"""What a citizen does with his own account, and how it is stopped. Published through `actions`."""

from collections.abc import Callable

from django.utils import timezone
from django.utils.translation import gettext as _

from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.citizens import permissions, policies
from abdi.platform.citizens.erasing import ERASED
from abdi.platform.citizens.models import Citizen, SignInCode
from abdi.platform.followers.models import Follower
from abdi.platform.locking import hold
from abdi.platform.validation import stated, write

Permit = Callable[[User], None]


@action
def describe(*, actor: User, citizen: Citizen, name: str, wants_letters: bool) -> Citizen:
    """The name everybody reads, and whether letters are wanted. Raises InputRefused for a name that is taken."""
    hold(citizen)
    permissions.check_can_act_as_citizen(actor)
    policies.check_not_erased(citizen)
    name = " ".join(name.split())
    policies.check_name(name)
    citizen.name, citizen.wants_letters = name, wants_letters
    write(citizen)
    record(actor=actor, tag="citizens:citizen:describe", subject=citizen)
    return citizen


@action
def erase(*, actor: User, citizen: Citizen) -> None:
    """UU 27/2022 Ps 8: what says who he is goes, here and wherever a room has registered (`when_erased`).

    What he said in public and others built on stays, without a name.
    """
    hold(citizen)
    permissions.check_can_act_as_citizen(actor)
    policies.check_not_erased(citizen)
    for forget in ERASED:
        forget(citizen)
    SignInCode.objects.filter(email_digest=citizen.email_digest).delete()
    Follower.objects.filter(address_digest=citizen.email_digest).delete()
    citizen.email = citizen.email_digest = citizen.name = ""
    citizen.erased_at = timezone.now()
    write(citizen)
    record(actor=actor, tag="citizens:citizen:erase", subject=citizen)


@action
def block(
    *, actor: User, citizen: Citizen, reason: str, permit: Permit = permissions.check_can_block_citizen
) -> Citizen:
    """He signs in and reads as before, but neither speaks nor votes; he is shown the reason."""
    hold(citizen)
    permit(actor)
    citizen.is_blocked = True
    citizen.blocked_for = stated(reason, _("Tulis alasannya; warga itu membacanya."), "reason")
    return _kept(actor, citizen, "block")


@action
def unblock(
    *, actor: User, citizen: Citizen, permit: Permit = permissions.check_can_block_citizen
) -> Citizen:
    hold(citizen)
    permit(actor)
    citizen.is_blocked, citizen.blocked_for = False, ""
    return _kept(actor, citizen, "unblock")


def _kept(actor: User, citizen: Citizen, verb: str) -> Citizen:
    write(citizen)
    record(actor=actor, tag=f"citizens:citizen:{verb}", subject=citizen)
    return citizen
