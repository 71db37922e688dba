"""What citizens say in a topic, and how it may still change. Published through `actions`."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from abdi.organisation.permissions import acting_employee
from abdi.platform import moments
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.citizens.models import Citizen
from abdi.platform.locking import hold
from abdi.platform.validation import write
from abdi.voice.consultation import permissions, policies
from abdi.voice.consultation.enums import PostKind, ProposalStatus
from abdi.voice.consultation.models import Post, Topic, Wording
from abdi.voice.consultation.posting import hold_thread, post_in, words_of
from abdi.voice.consultation.telling import tell_supporters
from abdi.voice.consultation.workflow import PROPOSAL


@action
def propose(*, actor: User, topic: Topic, citizen: Citizen, title: str, text: str) -> Post:
    """Everybody reads it at once; the office owes an answer by the topic's day. Raises PolicyRefused (not open, too
    many today, sent before) and InputRefused (no words, or too many)."""
    hold(topic)
    hold(citizen)  # his own proposals come one by one, so that the limit of a day holds
    permissions.check_can_take_part(actor, citizen)
    policies.check_open(topic, moments.today())
    title, text = policies.check_words(text, title)
    policies.check_pace_of_words(citizen, PostKind.USULAN, moments.now())
    policies.check_not_said_before(topic, citizen, text)
    fields = {"kind": PostKind.USULAN, "citizen": citizen, "due_on": topic.answers_due}
    post = post_in(topic, text, title, status=ProposalStatus.DIAJUKAN, **fields)
    return _kept(actor, post, "propose")


@action
def comment(*, actor: User, proposal: Post, text: str, citizen: Citizen | None = None) -> Post:
    """By a citizen while the topic is open; without one in the name of the office, and marked so."""
    hold_thread(proposal)
    author = _author(actor, proposal, citizen)
    policies.check_is_proposal(proposal)
    policies.check_shown(proposal)
    _title, text = policies.check_words(text)
    post = post_in(proposal.topic, text, kind=PostKind.KOMENTAR, proposal=proposal, **author)
    return _kept(actor, post, "comment")


@action
def reword(*, actor: User, proposal: Post, citizen: Citizen, title: str, text: str) -> Post:
    """Other words for a proposal. Once anybody relied on the old ones they stay beside the new, open to all, and
    supporters are told: a vote always belongs to the words it was given to."""
    hold(proposal, "topic")
    permissions.check_can_change_post(actor, proposal, citizen)
    policies.check_open(proposal.topic, moments.today())
    policies.check_can_be_reworded(proposal)
    title, text = policies.check_words(text, title)
    words, now = words_of(proposal), moments.now()
    if (words.title, words.text) == (title, text):
        return _kept(actor, proposal, "reword")
    if proposal.supports.exists() or proposal.thread.exists():
        proposal.version += 1
        words = Wording(post=proposal, number=proposal.version)
        tell_supporters(
            proposal,
            _("Usulan yang Anda dukung diubah"),
            _("Dukungan Anda tetap untuk rumusan lama; alihkan bila Anda setuju dengan yang baru."),
        )
    words.title, words.text, words.at = title, text, now
    write(words)
    return _kept(actor, write(proposal), "reword")


@action
def withdraw(*, actor: User, proposal: Post, citizen: Citizen) -> Post:
    """By its author, as long as nobody stands behind it."""
    hold(proposal)
    permissions.check_can_change_post(actor, proposal, citizen)
    policies.check_is_proposal(proposal)
    transition = PROPOSAL.check("withdraw", proposal.status)
    policies.check_unsupported(proposal)
    proposal.status, proposal.due_on = transition.target, None
    write(proposal)
    record(actor=actor, tag=transition.tag, subject=proposal, data={"number": proposal.number})
    return proposal


def _author(actor: User, proposal: Post, citizen: Citizen | None) -> dict[str, Any]:
    if citizen is None:
        permissions.check_can_speak_officially(actor, proposal.topic.unit)
        return {"employee": acting_employee(actor)}
    hold(citizen)
    permissions.check_can_take_part(actor, citizen)
    policies.check_open(proposal.topic, moments.today())
    policies.check_pace_of_words(citizen, PostKind.KOMENTAR, moments.now())
    return {"citizen": citizen}


def _kept(actor: User, post: Post, verb: str) -> Post:
    """The trail says what was done where; who it was and what he wrote is not its business."""
    told = {"topic": str(post.topic.uid), "number": post.number, "version": post.version}
    record(actor=actor, tag=f"consultation:post:{verb}", subject=post, data=told)
    return post
