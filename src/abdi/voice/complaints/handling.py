"""Work on a complaint: taken up, held up for a reason of the list, gone on with. Published through `actions`."""

from datetime import date

from django.utils.translation import gettext as _

from abdi.organisation.permissions import acting_employee
from abdi.platform import moments
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action
from abdi.platform.locking import hold
from abdi.platform.validation import stated
from abdi.voice.complaints import permissions, policies
from abdi.voice.complaints.facts import record_received
from abdi.voice.complaints.models import Complaint
from abdi.voice.complaints.steps import advance, events_of
from abdi.voice.complaints.telling import tell_reporter
from abdi.voice.complaints.timing import pause_left
from abdi.voice.complaints.workflow import COMPLAINT


@action
def take(*, actor: User, complaint: Complaint) -> Complaint:
    """It is this officer's now; of two who press at once the second is told that it is taken."""
    hold(complaint)
    permissions.check_can_handle(actor, complaint)
    is_first = not complaint.events.filter(name="take").exists()
    complaint.handler = acting_employee(actor)
    event = advance(complaint, "take", actor)
    if is_first:
        record_received(complaint, actor)
        tell_reporter(complaint, event)
    return complaint


@action
def take_over(*, actor: User, complaint: Complaint) -> Complaint:
    """From a colleague; the time before stays the colleague's."""
    hold(complaint)
    permissions.check_can_handle(actor, complaint)
    COMPLAINT.check("take_over", complaint.status)
    employee = acting_employee(actor)
    policies.check_not_handler(complaint, employee)
    complaint.handler = employee
    advance(complaint, "take_over", actor)
    return complaint


@action
def pause(
    *, actor: User, complaint: Complaint, cause: str, note: str, until: date | None = None
) -> Complaint:
    """Work waits, for a cause of the list and up to the cap of all pauses together; `note` is for the reporter.

    The agency's clock stands, the citizen's never does. Past the cap the work resumes by itself.
    """
    hold(complaint)
    permissions.check_can_handle(actor, complaint)
    COMPLAINT.check("pause", complaint.status)
    left = pause_left(events_of(complaint), moments.now())
    policies.check_pause(cause, until, left)
    note = stated(policies.read_text(note, "note"), _("Jelaskan kepada pelapor mengapa ditunda."), "note")
    complaint.resume_on = until
    event = advance(complaint, "pause", actor, cause=cause, until=until, note=note)
    tell_reporter(complaint, event)
    return complaint


@action
def resume(*, actor: User, complaint: Complaint) -> Complaint:
    """Work goes on."""
    hold(complaint)
    permissions.check_can_handle(actor, complaint)
    advance(complaint, "resume", actor)
    return complaint
