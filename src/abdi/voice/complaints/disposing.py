"""To whom a complaint goes, and back. Published through `actions`."""

from django.utils.translation import gettext as _

from abdi.organisation.law.deadlines import due_day
from abdi.organisation.models import Employee, Unit
from abdi.platform import moments
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action
from abdi.platform.locking import hold
from abdi.platform.validation import stated, write
from abdi.voice.complaints import permissions, policies
from abdi.voice.complaints.models import Complaint, Disposition
from abdi.voice.complaints.recipients import coordinators, liaisons
from abdi.voice.complaints.steps import advance
from abdi.voice.complaints.telling import tell_reporter, tell_staff
from abdi.voice.complaints.timing import TAKE
from abdi.voice.complaints.workflow import COMPLAINT


@action
def dispose(
    *, actor: User, complaint: Complaint, unit: Unit, person: Employee | None = None, note: str = ""
) -> Complaint:
    """Give it to a unit, or to one person there; after two refusals for good.

    About an officer it needs a person: his superior, or whoever else examines in his place (UU 25/2009 Ps 45).
    """
    hold(complaint)
    permissions.check_can_coordinate(actor, complaint)
    policies.check_disposable(complaint, person)
    given = Disposition(complaint=complaint, unit=unit, person=person, disposed_by=actor)
    given.number, given.disposed_at = complaint.dispositions.count() + 1, moments.now()
    given.note = policies.read_text(note, "note")
    given.is_final = complaint.dispositions.exclude(refused_at=None).count() >= policies.REFUSALS
    complaint.unit_assigned, complaint.handler = unit, person
    event = advance(complaint, "dispose", actor, remark=given.note)
    write(given)
    if complaint.take_due is None:  # once: sending it on to another unit wins nobody time
        complaint.take_due = due_day(TAKE, event.began_at)
        write(complaint)
    tell_reporter(complaint, event)
    tell_staff(liaisons(complaint), complaint, _("Laporan diteruskan kepada Anda"))
    return complaint


@action
def refuse_disposition(*, actor: User, complaint: Complaint, reason: str) -> Complaint:
    """Not this unit's: back to the coordinator. The clock runs on, and a third refusal there is none."""
    hold(complaint)
    permissions.check_can_handle(actor, complaint)
    reason = stated(
        policies.read_text(reason, "reason"), _("Tulis mengapa laporan ini bukan urusan unit Anda."), "reason"
    )
    COMPLAINT.check("refuse_disposition", complaint.status)
    last = policies.check_refusable(complaint.dispositions.filter(refused_at=None).last())
    complaint.handler = complaint.unit_assigned = None
    event = advance(complaint, "refuse_disposition", actor, remark=reason)
    last.refused_by, last.refused_at, last.refusal = actor, event.began_at, reason
    write(last)
    tell_staff(coordinators(complaint), complaint, _("Penerusan laporan dikembalikan"))
    return complaint
