"""A link for who was just served, and its withdrawal. Published through `actions`."""

from datetime import timedelta

from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.followers.tell import tell_followers
from abdi.platform.validation import write
from abdi.services.endings import Served
from abdi.voice.surveys.models import MOST_DAYS, Token
from abdi.voice.surveys.setup import kept_instrument
from abdi.voice.surveys.tokens import digest_of, secret_of


@action
def mint(*, actor: User, served: Served) -> Token:
    """One link a case, bound to who served. Ended anew after an undo, an unanswered one is bound anew.

    Whether the actor may end the case was asked where he ended it.
    """
    instrument = kept_instrument()
    digest = digest_of(secret_of(served.case))
    token = Token.objects.select_for_update().filter(digest=digest).first() or Token(digest=digest)
    if not token.is_used:
        served_on = timezone.localdate(served.at)
        token.instrument, token.is_revoked = instrument, False
        token.unit, token.layanan, token.employee = served.unit, served.layanan, served.employee
        token.channel, token.served_on = served.channel, served_on
        token.expires_on = served_on + timedelta(days=instrument.answer_days)
        write(token)
    record(actor=actor, tag="surveys:token:mint", subject=token)
    return token


@action
def revoke(*, actor: User, case: str) -> None:
    """The case was not over after all. What was answered already stays: it is nobody's any more."""
    digest = digest_of(secret_of(case))
    for token in Token.objects.select_for_update().filter(digest=digest, is_used=False):
        token.is_revoked = True
        write(token)
    record(actor=actor, tag="surveys:token:revoke", subject=actor)


def on_served(actor: User, served: Served) -> None:
    """Called when a visit or request ends. A day gone by that is replayed asks nobody any more."""
    if served.at < timezone.now() - timedelta(days=MOST_DAYS):
        return
    token = mint(actor=actor, served=served)
    if token.is_used or token.expires_on < timezone.localdate():
        return
    tell_followers(
        subject=served.followed,
        title=_("Bagaimana Anda dilayani?"),
        body=format_lazy(
            _("Sembilan ketukan, tanpa nama, sampai {last}; tautannya ada di halaman Anda."),
            last=f"{token.expires_on:%d-%m-%Y}",
        ),
        url=served.page,
        key=f"survei-{token.uid}",
    )


def on_withdrawn(actor: User, case: str) -> None:
    revoke(actor=actor, case=case)
