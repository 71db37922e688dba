"""The end of a complaint, which is its reporter's to say. Published through `actions`."""

from django.utils.translation import gettext as _

from abdi.organisation.permissions import acting_employee
from abdi.platform import moments
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.errors import InputRefused
from abdi.platform.locking import hold
from abdi.platform.validation import stated, write
from abdi.voice.complaints import permissions, policies
from abdi.voice.complaints.enums import Level
from abdi.voice.complaints.escalation import raise_to
from abdi.voice.complaints.facts import record_closing, record_rating
from abdi.voice.complaints.models import Complaint, Rating, Reopening
from abdi.voice.complaints.recipients import coordinators, in_charge, inspectors, liaisons
from abdi.voice.complaints.steps import advance
from abdi.voice.complaints.telling import tell_reporter, tell_staff
from abdi.voice.complaints.vault import in_safe_words
from abdi.voice.complaints.workflow import COMPLAINT

_STARS = range(1, 6)


@action
def close(*, actor: User, complaint: Complaint, note: str = "") -> Complaint:
    """Somebody other than its handler found that it is solved; the reporter may still reopen it."""
    hold(complaint)
    permissions.check_can_coordinate(actor, complaint)
    COMPLAINT.check("close", complaint.status)
    policies.check_closer(complaint, actor, acting_employee(actor))
    event = advance(complaint, "close", actor, note=policies.read_text(note, "note"))
    record_closing(complaint, actor)
    tell_reporter(complaint, event)
    return complaint


@action
def confirm(*, actor: User, complaint: Complaint, rating: int, words: str = "") -> Complaint:
    """The reporter says that it is done, and how it was handled: 1 to 5. Once, and for good."""
    hold(complaint)
    permissions.check_can_act_as_reporter(actor)
    COMPLAINT.check("confirm", complaint.status)
    policies.check_unconfirmed(complaint)
    if rating not in _STARS:
        raise InputRefused(_("Beri nilai 1 sampai 5."), field="rating")
    words = in_safe_words(complaint, policies.read_text(words, "words", longest=2_000))
    write(Rating(complaint=complaint, stars=rating, words=words, rated_at=moments.now()))
    event = advance(complaint, "confirm", actor)
    complaint.confirmed_at = event.began_at
    write(complaint)
    record_closing(complaint, actor)
    record_rating(complaint, rating, actor)
    return complaint


@action
def reopen(*, actor: User, complaint: Complaint, reason: str) -> Complaint:
    """Not solved, within ten working days of the last change. The citizen's clock never stopped, the agency's goes on
    where it stood, and the coordinator and the inspectorate are told. With the code of a merged report, the case that
    it was merged with is reopened; returns the case."""
    case = complaint.duplicate_of or complaint
    hold(case)
    permissions.check_can_act_as_reporter(actor)
    COMPLAINT.check("reopen", case.status)
    policies.check_replied_in_time(case)
    reason = stated(policies.read_text(reason, "reason"), _("Tulis apa yang belum beres."), "reason")
    event = advance(case, "reopen", actor)
    reason = in_safe_words(complaint, reason)
    write(Reopening(complaint=case, reason=reason, reopened_at=event.began_at))
    case.answered_at = case.decided_at = case.notice_due = None
    case.archive_reason = case.redirected_to = ""
    raise_to(case, Level.KOORDINATOR)
    write(case)
    people = set(coordinators(case)) | set(inspectors(case)) | set(liaisons(case))
    tell_staff(people, case, _("Laporan dibuka kembali oleh pelapor"))
    return case


@action
def withdraw(*, actor: User, complaint: Complaint) -> Complaint:
    """The reporter no longer wants it followed up."""
    hold(complaint)
    permissions.check_can_act_as_reporter(actor)
    policies.check_nobody_else_waits(complaint)
    event = advance(complaint, "withdraw", actor)
    tell_reporter(complaint, event)
    tell_staff(in_charge(complaint), complaint, _("Laporan dicabut pelapor"))
    return complaint


@action
def escalate(*, actor: User, complaint: Complaint) -> Complaint:
    """The reporter brings a late or reopened complaint one level up; returns the case, as `reopen` does."""
    case = complaint.duplicate_of or complaint
    hold(case)
    permissions.check_can_act_as_reporter(actor)
    policies.check_can_be_escalated(case)
    told = raise_to(case, Level(min(case.escalation + 1, Level.PENGAWAS)))
    write(case)
    data = {"number": case.number, "level": case.escalation, "told": told}
    record(actor=actor, tag="complaints:complaint:escalate", subject=case, data=data)
    return case
