"""One citizen, one vote for a proposal, and back again. Published through `actions`."""

from abdi.platform import moments
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.citizens.models import Citizen
from abdi.platform.locking import hold
from abdi.platform.validation import write
from abdi.voice.consultation import permissions, policies
from abdi.voice.consultation.models import Post, Support
from abdi.voice.consultation.posting import words_of


@action
def support(*, actor: User, proposal: Post, citizen: Citizen, version: int) -> Support:
    """Stand behind the words that the page showed (`version`); a vote for earlier words moves to them.

    The row is in nobody's trail: how somebody voted is his own. Raises PolicyRefused where it is not open, not shown,
    one's own, supported already, changed since it was read, or one too many for a day.
    """
    hold(proposal, "topic")
    hold(citizen)
    permissions.check_can_take_part(actor, citizen)
    policies.check_open(proposal.topic, moments.today())
    policies.check_is_proposal(proposal)
    policies.check_shown(proposal)
    policies.check_not_own(proposal, citizen)
    policies.check_version(proposal, version)
    words, now = words_of(proposal), moments.now()
    given = Support.objects.filter(proposal=proposal, citizen=citizen).first()
    policies.check_not_supported_yet(given, words)
    if given is None:
        policies.check_pace_of_supports(citizen, now)
        given = Support(proposal=proposal, citizen=citizen)
    given.wording, given.given_at, given.counts_from = words, now, max(now, citizen.held_until)
    write(given)
    _record(actor, proposal, "support")
    return given


@action
def unsupport(*, actor: User, proposal: Post, citizen: Citizen) -> None:
    """While the topic is open; asked twice, it is done once."""
    hold(proposal, "topic")
    permissions.check_can_take_part(actor, citizen)
    policies.check_open(proposal.topic, moments.today())
    Support.objects.filter(proposal=proposal, citizen=citizen).delete()
    _record(actor, proposal, "unsupport")


def _record(actor: User, proposal: Post, verb: str) -> None:
    told = {"number": proposal.number, "version": proposal.version}
    record(actor=actor, tag=f"consultation:proposal:{verb}", subject=proposal, data=told)
