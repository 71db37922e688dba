"""The office's word on a proposal, and what follows from it. Published through `actions`."""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from abdi.organisation.permissions import acting_employee
from abdi.platform import moments
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.validation import write
from abdi.voice.consultation import permissions, policies
from abdi.voice.consultation.enums import PostKind, ProposalStatus
from abdi.voice.consultation.facts import record_answered
from abdi.voice.consultation.models import Post
from abdi.voice.consultation.posting import hold_thread, post_in
from abdi.voice.consultation.telling import tell_answered
from abdi.voice.consultation.workflow import PROPOSAL

_VERBS = {
    ProposalStatus.DIPROSES: "take_up",
    ProposalStatus.DITERIMA: "accept",
    ProposalStatus.DITOLAK: "refuse",
}


@action
def answer(
    *, actor: User, proposal: Post, outcome: ProposalStatus, reason: str, due_on: date | None = None
) -> Post:
    """Accepted, under way or refused, always with the reason; of the first two also by when something follows.

    An answer stands: from under way it may still become one of the others, and what is done is reported as
    progress. Hidden words are answered too, or hiding would spare the office an answer.
    """
    hold_thread(proposal)
    permissions.check_can_answer(actor, proposal.topic.unit)
    policies.check_is_proposal(proposal)
    due_on = policies.check_outcome(outcome, due_on, moments.today())
    transition = PROPOSAL.check(_VERBS[outcome], proposal.status)
    said = _say(actor, proposal, PostKind.JAWABAN, reason, ProposalStatus(transition.target))
    is_first, was_due = proposal.answered_at is None, proposal.due_on
    proposal.status, proposal.due_on = transition.target, due_on
    proposal.answered_at = proposal.answered_at or said.posted_at
    write(proposal)
    record(actor=actor, tag=transition.tag, subject=proposal, data=_told(proposal))
    if is_first:
        record_answered(actor, proposal, is_on_time=was_due is None or moments.today() <= was_due)
    tell_answered(proposal, said, _("Jawaban resmi"))
    return said


@action
def report_progress(*, actor: User, proposal: Post, text: str, is_done: bool = False) -> Post:
    """What was done since; `is_done` closes the follow-up of an accepted proposal."""
    hold_thread(proposal)
    permissions.check_can_answer(actor, proposal.topic.unit)
    policies.check_followed_up(proposal)
    tag = "consultation:proposal:progress"
    if is_done:
        transition = PROPOSAL.check("finish", proposal.status)
        proposal.status, proposal.due_on, tag = transition.target, None, transition.tag
        write(proposal)
    said = _say(actor, proposal, PostKind.KEMAJUAN, text, ProposalStatus(proposal.status))
    record(actor=actor, tag=tag, subject=proposal, data=_told(proposal))
    tell_answered(proposal, said, _("Kemajuan tindak lanjut"))
    return said


def _say(actor: User, proposal: Post, kind: PostKind, text: str, status: ProposalStatus) -> Post:
    _title, text = policies.check_words(text)
    fields: dict[str, Any] = {
        "kind": kind,
        "proposal": proposal,
        "employee": acting_employee(actor),
        "status": status,
    }
    return post_in(proposal.topic, text, **fields)


def _told(proposal: Post) -> dict[str, object]:
    due = proposal.due_on.isoformat() if proposal.due_on else None
    return {"number": proposal.number, "status": proposal.status, "due_on": due}
