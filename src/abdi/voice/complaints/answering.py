"""What the agency says: drafted, approved by another where that is asked, sent. Published through `actions`."""

from django.utils.translation import gettext as _

from abdi.organisation.law.deadlines import due_day
from abdi.platform import moments
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.errors import InputRefused
from abdi.platform.locking import hold
from abdi.platform.validation import stated, write
from abdi.voice.complaints import permissions, policies
from abdi.voice.complaints.enums import Finding, Kind
from abdi.voice.complaints.facts import record_answer
from abdi.voice.complaints.models import Answer, Complaint
from abdi.voice.complaints.recipients import coordinators, superiors
from abdi.voice.complaints.steps import advance
from abdi.voice.complaints.telling import tell_reporter, tell_staff
from abdi.voice.complaints.timing import NOTICE, rules_in_force


@action
def propose_answer(
    *, actor: User, complaint: Complaint, text: str, is_public: bool = True, finding: str = ""
) -> Answer:
    """A draft, or a changed one; the last counts. `finding` says of a complaint about a person what was found, after
    he was heard (UU 25/2009 Ps 48)."""
    hold(complaint)
    permissions.check_can_handle(actor, complaint)
    draft = _draft(complaint, actor, text, is_public, finding)
    data = {"number": complaint.number, "draft": draft.number}
    record(actor=actor, tag="complaints:answer:propose", subject=complaint, data=data)
    if rules_in_force().needs_approval:
        tell_staff(superiors(complaint), complaint, _("Jawaban laporan menunggu persetujuan"))
    return draft


@action
def approve_answer(*, actor: User, complaint: Complaint) -> Answer:
    """The decision is taken; it has to reach the reporter within 14 days (UU 25/2009 Ps 50(2))."""
    hold(complaint)
    permissions.check_can_approve(actor, complaint)
    draft = policies.check_approvable(complaint.answers.last(), actor)
    draft.approved_by, draft.approved_at = actor, moments.now()
    write(draft)
    _decide(complaint)
    data = {"number": complaint.number, "draft": draft.number}
    record(actor=actor, tag="complaints:answer:approve", subject=complaint, data=data)
    return draft


@action
def answer(
    *, actor: User, complaint: Complaint, text: str = "", is_public: bool = True, finding: str = ""
) -> Complaint:
    """Send the last draft, or `text` where it is given and needs nobody's approval; every reporter is told."""
    hold(complaint)
    permissions.check_can_handle(actor, complaint)
    rules = rules_in_force()
    if text and not rules.needs_approval:
        _draft(complaint, actor, text, is_public, finding)
    draft = policies.check_sendable(complaint.answers.last(), needs_approval=rules.needs_approval)
    event = advance(complaint, "answer", actor)
    draft.sent_at = complaint.answered_at = event.began_at
    complaint.finding = draft.finding
    write(draft)
    _decide(complaint)
    record_answer(complaint, draft, actor)
    tell_reporter(complaint, event)
    tell_staff(coordinators(complaint), complaint, _("Laporan dijawab dan menunggu penutupan"))
    return complaint


def _draft(complaint: Complaint, actor: User, text: str, is_public: bool, finding: str) -> Answer:
    if finding and finding not in Finding.values:
        raise InputRefused(_("Pilih hasil pemeriksaan dari daftar."), field="finding")
    policies.check_draft(complaint, finding)
    text = stated(policies.read_text(text, "text"), _("Tulis jawabannya; pelapor menunggu."), "text")
    draft = Answer(complaint=complaint, number=complaint.answers.count() + 1, text=text)
    draft.is_public, draft.finding = is_public, finding
    draft.drafted_by, draft.drafted_at = actor, moments.now()
    return write(draft)


def _decide(complaint: Complaint) -> None:
    if complaint.decided_at is None:
        complaint.decided_at = moments.now()
    if complaint.kind == Kind.PENGADUAN:
        complaint.notice_due = due_day(NOTICE, complaint.decided_at)
    write(complaint)
