"""One step of a complaint: its new state, the row that keeps it, and what follows for its clocks."""

from collections.abc import Sequence
from datetime import date
from typing import TypedDict, Unpack

from abdi.organisation.law.deadlines import due_day
from abdi.platform import moments
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import record
from abdi.platform.validation import write
from abdi.voice.complaints.enums import Status
from abdi.voice.complaints.models import Complaint, Event
from abdi.voice.complaints.timing import REPLY, answer_due_of
from abdi.voice.complaints.workflow import COMPLAINT

_MAY_BE_REOPENED = (Status.DIJAWAB, Status.SELESAI, Status.ARSIP, Status.BUKAN_WEWENANG)
_FOR_GOOD = ("confirm", "lapse")  # the reporter has spoken, or let his days pass


class Said(TypedDict, total=False):
    """What an event keeps of what was said; see `Event`."""

    note: str
    remark: str
    cause: str
    until: date | None


def advance(complaint: Complaint, name: str, actor: User, **said: Unpack[Said]) -> Event:
    """Take a transition of the table, and keep it. The complaint is held by the caller.

    The deadline of its class is reckoned anew, so that a stop that just ended has moved it, and the reporter's days to
    reply begin with each change of state. What was written stays in the event; the trail names the states alone.
    """
    transition = COMPLAINT.check(name, complaint.status)
    before, complaint.status = complaint.status, transition.target
    events = list(complaint.events.order_by("number"))
    event = begin(complaint, name, actor, events, **said)
    at = complaint.status_since = event.began_at
    complaint.answer_due = answer_due_of(complaint, [*events, event], at)
    complaint.closed_at = (complaint.closed_at or at) if complaint.is_ended else None
    is_open_for_reply = complaint.status in _MAY_BE_REOPENED and name not in _FOR_GOOD
    complaint.reply_until = due_day(REPLY, at) if is_open_for_reply else None
    if complaint.status != Status.DITUNDA:
        complaint.resume_on = None
    write(complaint)
    record(
        actor=actor,
        tag=transition.tag,
        subject=complaint,
        data={"number": complaint.number, "from": before, "status": complaint.status},
    )
    return event


def begin(
    complaint: Complaint, name: str, actor: User, before: Sequence[Event] = (), **said: Unpack[Said]
) -> Event:
    """The present state as a row after those `before`; a clock set back lets none begin before the last."""
    now = moments.now()
    event = Event(complaint=complaint, number=len(before) + 1, name=name, actor=actor, **said)
    event.status, event.unit, event.handler = complaint.status, complaint.unit_assigned, complaint.handler
    event.began_at = max(now, before[-1].began_at) if before else now
    return write(event)


def events_of(complaint: Complaint) -> Sequence[Event]:
    """In order; asks nothing where a list has read them along."""
    return sorted(complaint.events.all(), key=lambda event: event.number)
