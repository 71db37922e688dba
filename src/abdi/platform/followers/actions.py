"""Following a thing without an account, and stopping."""

import json

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.encryption import keyed_digest
from abdi.platform.errors import InputRefused, PolicyRefused
from abdi.platform.followers.addresses import digest_of_email, read_email, read_subscription
from abdi.platform.followers.models import Follower
from abdi.platform.followers.policies import check_can_be_followed
from abdi.platform.followers.selectors import follower_of, followers_of
from abdi.platform.locking import hold
from abdi.platform.tenancy.models import TenantModel
from abdi.platform.validation import write


@action
def follow(*, actor: User, subject: TenantModel, email: str = "", push: str = "") -> Follower:
    """Tell this address from now on what `tell_followers` has to say of `subject`; the same one again changes nothing.

    Exactly one of `email` and `push` (the browser's subscription as JSON). Whether the actor may see the subject was
    asked where he met it. Raises InputRefused, and PolicyRefused where too many follow already.
    """
    hold(subject)
    follower = _read(email, push)
    known = followers_of(subject).filter(address_digest=follower.address_digest).first()
    if known is None:
        check_can_be_followed(subject, follower.address_digest)
        follower.subject_type, follower.subject_uid = subject._meta.label_lower, subject.uid
        known = write(follower)
    _record(actor, "follow", known)
    return known


@action
def unfollow(*, actor: User, token: str) -> None:
    """By the token of a letter. Raises PolicyRefused when nobody is told by it any more."""
    follower = follower_of(token)
    if follower is None:
        raise PolicyRefused(_("Alamat ini tidak menerima kabar lagi; tidak ada yang perlu dihentikan."))
    _forget(actor, "unfollow", follower)


@action
def forget(*, actor: User, follower: Follower) -> None:
    """Nobody is there to be told any more: the browser is gone, or whoever was asked does not come."""
    _forget(actor, "forget", follower)


def _forget(actor: User, verb: str, follower: Follower) -> None:
    _record(actor, verb, follower)
    follower.delete()


def _record(actor: User, verb: str, follower: Follower) -> None:
    """The trail says what is followed and by which way, never by which address."""
    way = "email" if follower.email else "push"
    data = {"subject": follower.subject_type, "uid": follower.subject_uid, "way": way}
    record(actor=actor, tag=f"followers:follower:{verb}", subject=follower, data=data)


def _read(email: str, push: str) -> Follower:
    if bool(email) == bool(push):
        raise InputRefused(_("Isi alamat surel, atau izinkan kabar lewat peramban ini."), field="email")
    follower = Follower(language=get_language() or "id")
    if email:
        follower.email = read_email(email)
        follower.address_digest = digest_of_email(follower.email)
    else:
        follower.push = read_subscription(push)
        follower.address_digest = keyed_digest(f"push:{json.loads(follower.push)['endpoint']}")
    return follower
