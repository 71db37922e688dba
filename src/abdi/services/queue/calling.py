"""Calling a number to a counter, and calling it again. Published through `actions`."""

from datetime import datetime

from abdi.platform import moments
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.validation import write
from abdi.services.queue import permissions, policies
from abdi.services.queue.enums import Cause
from abdi.services.queue.line import take_next
from abdi.services.queue.live import tell
from abdi.services.queue.models import Call, Session, Ticket, seconds_between
from abdi.services.queue.notices import tell_called
from abdi.services.queue.states import (
    hold_session,
    hold_ticket,
    move,
    present,
    record_step,
    session_of,
    states_of,
)
from abdi.services.queue.workflow import TICKET


@action
def call_next(*, actor: User, session: Session) -> Ticket | None:
    """The number whose turn it is, called to this counter; None while nobody waits.

    However many officers call at once, each number is called once. Raises PolicyRefused on a break, and while a
    number is at the counter.
    """
    hold_session(session)
    permissions.check_can_use_session(actor, session)
    policies.check_calls(session)
    ticket = take_next(session)
    if ticket is None:
        record(actor=actor, tag="queue:session:call_none", subject=session)
        return None
    return _call(ticket, "call", session=session, actor=actor, cause=Cause.GENERIC)


@action
def call_ticket(*, actor: User, session: Session, ticket: Ticket, reason: str) -> Ticket:
    """One number out of its turn. The reason is kept, and that it was picked is a fact."""
    hold_session(session)
    hold_ticket(ticket)
    permissions.check_can_use_session(actor, session)
    policies.check_calls(session)
    TICKET.check("pick", ticket.status)
    policies.check_pick(session, ticket, reason)
    return _call(ticket, "pick", session=session, actor=actor, cause=Cause.PICKED, note=reason)


@action
def recall(*, actor: User, ticket: Ticket) -> Call:
    """Call the same number aloud once more; it changes nobody's place."""
    hold_ticket(ticket)
    permissions.check_can_handle_ticket(actor, ticket)
    step = TICKET.check("recall", ticket.status)
    call = _aloud(ticket, session_of(ticket), moments.now())
    record_step(actor, step, ticket, times=call.number)
    tell(ticket.pool.unit)
    return call


def _call(
    ticket: Ticket, step_name: str, *, session: Session, actor: User, cause: Cause, note: str = ""
) -> Ticket:
    step, states = TICKET.check(step_name, ticket.status), states_of(ticket)
    at = present(states)
    ticket.session, ticket.waits_for = session, None
    if ticket.wait_seconds is None:
        ticket.wait_seconds = seconds_between(ticket.queued_at, at)
    move(ticket, step, actor=actor, cause=cause, at=at, states=states, note=note)
    _aloud(ticket, session, at)
    record_step(actor, step, ticket)
    tell_called(ticket)
    tell(ticket.pool.unit)
    return ticket


def _aloud(ticket: Ticket, session: Session, at: datetime) -> Call:
    last = ticket.calls.order_by("-number").first()
    number, at = (last.number + 1, max(at, last.at)) if last else (1, at)
    counter = session.counter
    return write(Call(ticket=ticket, number=number, session=session, counter=counter, at=at))
