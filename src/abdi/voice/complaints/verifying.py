"""Before a complaint reaches a unit: is it complete, what is it, is it ours. Published through `actions`."""

from collections.abc import Collection, Sequence
from itertools import product
from typing import BinaryIO

from django.utils.translation import gettext as _

from abdi.organisation.law.deadlines import due_day
from abdi.organisation.models import Employee
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.errors import InputRefused
from abdi.platform.locking import hold
from abdi.platform.validation import stated, write
from abdi.voice.complaints import permissions, policies
from abdi.voice.complaints.adding import keep_addition
from abdi.voice.complaints.enums import ArchiveReason, Kelas, Kind
from abdi.voice.complaints.models import Category, Complaint, NamedPerson
from abdi.voice.complaints.photos import keep_photos
from abdi.voice.complaints.recipients import coordinators
from abdi.voice.complaints.search import remember_words
from abdi.voice.complaints.steps import advance
from abdi.voice.complaints.telling import tell_reporter, tell_staff
from abdi.voice.complaints.timing import COMPLETION, DECISION
from abdi.voice.complaints.workflow import COMPLAINT

# a report that was merged tells the same story, so it leaves its unit with the case
_APART = {"is_about_person": True, "unit_assigned": None, "handler": None}


@action
def verify(
    *,
    actor: User,
    complaint: Complaint,
    category: Category,
    kelas: str,
    public_text: str | None = None,
    is_about_person: bool | None = None,
    note: str = "",
) -> Complaint:
    """Complete, and sorted: the clock of its class begins, and the 60 days of the decision (UU 25/2009 Ps 50).

    `public_text` is what the public will read, in place of the masked draft; empty shows nothing. `is_about_person`
    settles who may see it, where the reporter's words leave that open.
    """
    hold(complaint)
    permissions.check_can_coordinate(actor, complaint)
    COMPLAINT.check("verify", complaint.status)
    policies.check_unverified(complaint)
    policies.check_category(category)
    if kelas not in Kelas.values:
        raise InputRefused(_("Pilih kelas laporan dari daftar."), field="kelas")
    complaint.category, complaint.kelas = category, kelas
    if public_text is not None:
        complaint.public_text = policies.read_text(public_text, "public_text")
    if is_about_person is not None:
        complaint.is_about_person = is_about_person or complaint.about_employee_id is not None
    complaint.is_about_person |= category.goes_to_pengawas
    if complaint.is_about_person:
        complaint.duplicates.update(**_APART)
    event = advance(complaint, "verify", actor, note=policies.read_text(note, "note"))
    complaint.verified_at = complaint.clock_since = event.began_at
    complaint.first_answered_at = complaint.first_answered_at or event.began_at
    if complaint.kind == Kind.PENGADUAN:
        complaint.decision_due = due_day(DECISION, event.began_at)
    complaint.answer_due = due_day(f"sp4n_{kelas}", event.began_at)
    write(complaint)
    remember_words(complaint)
    tell_reporter(complaint, event)
    return complaint


@action
def publish(
    *, actor: User, complaint: Complaint, public_text: str, photos: Collection[int] = ()
) -> Complaint:
    """What everybody may read of it, and which pictures (by number): released by somebody who looked for faces and
    names. Empty takes it from the public pages; what the reporter wrote stays as it is."""
    hold(complaint)
    permissions.check_can_coordinate(actor, complaint)
    policies.check_publishable(complaint)
    complaint.public_text = policies.read_text(public_text, "public_text")
    write(complaint)
    remember_words(complaint)
    complaint.photos.update(is_public=False)
    complaint.photos.filter(number__in=photos).update(is_public=True)
    data = {"number": complaint.number, "is_shown": bool(complaint.public_text), "photos": sorted(photos)}
    record(actor=actor, tag="complaints:complaint:publish", subject=complaint, data=data)
    return complaint


@action
def ask_completion(*, actor: User, complaint: Complaint, note: str) -> Complaint:
    """The first answer of UU 25/2009 Ps 44(3): incomplete. He has 30 days, then it counts as withdrawn (Ps 44(5))."""
    hold(complaint)
    permissions.check_can_coordinate(actor, complaint)
    note = stated(policies.read_text(note, "note"), _("Tulis apa yang perlu dilengkapi pelapor."), "note")
    event = advance(complaint, "ask_completion", actor, note=note)
    complaint.first_answered_at = complaint.first_answered_at or event.began_at
    complaint.completion_due = due_day(COMPLETION, event.began_at)
    write(complaint)
    tell_reporter(complaint, event)
    return complaint


@action
def complete_file(
    *, actor: User, complaint: Complaint, text: str, photos: Sequence[BinaryIO] = ()
) -> Complaint:
    """The reporter adds what was missing; it goes back to whoever verifies."""
    hold(complaint)
    permissions.check_can_act_as_reporter(actor)
    COMPLAINT.check("complete_file", complaint.status)
    keep_addition(complaint, text)
    keep_photos(complaint, photos, actor)
    complaint.completion_due = None
    advance(complaint, "complete_file", actor)
    tell_staff(coordinators(complaint), complaint, _("Laporan sudah dilengkapi pelapor"))
    return complaint


@action
def reject(*, actor: User, complaint: Complaint, reason: str, note: str) -> Complaint:
    """Put away without an answer, for a reason of the list and in words that the reporter reads."""
    hold(complaint)
    permissions.check_can_coordinate(actor, complaint)
    if reason not in ArchiveReason.values:
        raise InputRefused(_("Pilih alasan pengarsipan dari daftar."), field="reason")
    note = stated(policies.read_text(note, "note"), _("Jelaskan kepada pelapor mengapa diarsipkan."), "note")
    complaint.archive_reason = reason
    return _end(complaint, "reject", actor, note)


@action
def redirect_away(*, actor: User, complaint: Complaint, to: str, note: str = "") -> Complaint:
    """Not this instansi's: the reporter is told whose it is."""
    hold(complaint)
    permissions.check_can_coordinate(actor, complaint)
    to = stated(policies.read_text(to, "to", longest=200), _("Tulis instansi mana yang berwenang."), "to")
    complaint.redirected_to = to
    return _end(complaint, "redirect_away", actor, policies.read_text(note, "note"))


@action
def name_officer(
    *, actor: User, complaint: Complaint, employee: Employee, others: Sequence[Employee] = ()
) -> Complaint:
    """Say whom it is about; `others` are superiors whom it names too. From now on neither it nor a report that was
    merged with it exists for any of them, and it leaves the unit that may have had it."""
    hold(complaint)
    permissions.check_can_coordinate(actor, complaint)
    policies.check_may_be_told_more(complaint)
    complaint.about_employee, complaint.is_about_person = employee, True
    complaint.duplicates.update(about_employee=employee, **_APART)
    for report, one in product((complaint, *complaint.duplicates.all()), others):
        if not report.named.filter(employee=one).exists():
            write(NamedPerson(complaint=report, employee=one, named_by=actor))
    if COMPLAINT.allows("set_apart", complaint.status):
        complaint.handler = complaint.unit_assigned = None
        advance(complaint, "set_apart", actor)
    write(complaint)
    data = {"number": complaint.number, "others": len(others)}  # never whom: the trail has other readers
    record(actor=actor, tag="complaints:complaint:name_officer", subject=complaint, data=data)
    return complaint


def _end(complaint: Complaint, name: str, actor: User, note: str) -> Complaint:
    event = advance(complaint, name, actor, note=note)
    if complaint.first_answered_at is None:
        complaint.first_answered_at = event.began_at
        write(complaint)
    tell_reporter(complaint, event)
    return complaint
