"""Reports of the same thing become one case; each reporter keeps his own. Published through `actions`."""

from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action
from abdi.platform.locking import hold
from abdi.platform.validation import write
from abdi.voice.complaints import permissions, policies
from abdi.voice.complaints.models import Complaint
from abdi.voice.complaints.steps import advance, events_of
from abdi.voice.complaints.telling import tell_reporter
from abdi.voice.complaints.timing import answer_due_of


@action
def merge(*, actor: User, complaint: Complaint, into: Complaint) -> Complaint:
    """`complaint` goes on in `into`, with whatever was merged with it before; returns `into`.

    The earliest date counts for all of them: merging never makes a wait look shorter, and no reporter is lost – each
    is told, with his own code, what `into` is answered.
    """
    first, second = sorted((complaint, into), key=lambda one: one.pk)
    hold(first)
    hold(second)
    permissions.check_can_coordinate(actor, complaint)
    permissions.check_can_coordinate(actor, into)
    policies.check_mergeable(complaint, into)
    complaint.duplicate_of = into
    event = advance(complaint, "merge", actor)
    complaint.duplicates.update(duplicate_of=into)
    into.felt_since = min(into.felt_since, complaint.felt_since)
    if into.clock_since is not None and complaint.clock_since is not None:
        into.clock_since = min(into.clock_since, complaint.clock_since)
    into.answer_due = answer_due_of(into, events_of(into), event.began_at)
    write(into)
    Complaint.objects.filter(duplicate_of=into).update(felt_since=into.felt_since)
    complaint.felt_since = into.felt_since
    tell_reporter(complaint, event)
    return into
