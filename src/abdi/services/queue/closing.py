"""How a number ends, and how a wrong end is put right. Published through `actions`."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from abdi.facts.actions import record_facts
from abdi.facts.types import NewFact
from abdi.organisation.models import Unit
from abdi.platform import moments
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.tenancy.scope import current_instansi
from abdi.services.endings import Served, tell_served, tell_withdrawn
from abdi.services.queue import permissions, policies
from abdi.services.queue.enums import Cause, TicketStatus
from abdi.services.queue.facts import SOURCE, closing_facts, withdrawn_facts
from abdi.services.queue.history import seconds_in, spans
from abdi.services.queue.leftovers import left_over, open_sessions
from abdi.services.queue.live import tell
from abdi.services.queue.models import Call, Interval, Ticket
from abdi.services.queue.sessions import end_session
from abdi.services.queue.states import held, hold_ticket, move, present, record_step, states_of
from abdi.services.queue.workflow import TICKET


@action
def finish(*, actor: User, ticket: Ticket, delivered: str = "", quantity: int = 1) -> Ticket:
    """Served. `delivered`: what was handed over, in words; `quantity`: how many of it."""
    hold_ticket(ticket)
    permissions.check_can_handle_ticket(actor, ticket)
    TICKET.check("finish", ticket.status)
    policies.check_quantity(quantity)
    states = states_of(ticket)
    at = present(states)
    ticket.delivered, ticket.quantity = delivered.strip(), quantity
    ticket.service_seconds = seconds_in(spans(states, at), TicketStatus.DILAYANI)
    _end(ticket, "finish", actor=actor, cause=Cause.FINISHED, at=at, states=states)
    tell_served(actor, _served(ticket, at))
    return ticket


@action
def no_show(*, actor: User, ticket: Ticket) -> Ticket:
    """Called, called again often enough, and nobody came. Raises PolicyRefused while it was called too little."""
    hold_ticket(ticket)
    permissions.check_can_handle_ticket(actor, ticket)
    TICKET.check("no_show", ticket.status)
    states = states_of(ticket)
    at = present(states)
    policies.check_absent(ticket, _calls_now(ticket, states), at)
    return _end(ticket, "no_show", actor=actor, cause=Cause.NO_SHOW, at=at, states=states)


@action
def cancel_ticket(*, actor: User, ticket: Ticket) -> Ticket:
    """Its holder goes, and says so."""
    hold_ticket(ticket)
    permissions.check_can_hold_ticket(actor, ticket)
    TICKET.check("cancel", ticket.status)
    states = states_of(ticket)
    at = present(states)
    return _end(ticket, "cancel", actor=actor, cause=Cause.CANCELLED, at=at, states=states)


@action
def undo(*, actor: User, ticket: Ticket, reason: str) -> Ticket:
    """A second person puts a wrong end right, on the same day: the number stands again where it stood before it.

    Where its counter is closed or busy by now, a called number waits again at its place and a served one is held,
    until somebody resumes it. What the ledger was told of the end is withdrawn.
    """
    hold_ticket(ticket)
    states = states_of(ticket)
    permissions.check_can_undo_end(actor, ticket, states[-1].actor)
    TICKET.check("undo_to_menunggu", ticket.status)
    policies.check_undoable(ticket, reason)
    before, at = states[-2], present(states)
    target = _where_it_stood(before)
    ticket.session = before.session if target != TicketStatus.MENUNGGU else None
    ticket.service_seconds, ticket.delivered, ticket.quantity = None, "", 1
    step = TICKET.check(f"undo_to_{target}", ticket.status)
    undone = move(ticket, step, actor=actor, cause=Cause.UNDONE, at=at, states=states, note=reason)
    record_step(actor, step, ticket, target=target)
    _tell_ledger(actor, list(withdrawn_facts(ticket, undone)))
    tell_withdrawn(actor, str(ticket.uid))
    tell(ticket.pool.unit)
    return ticket


@action
def close_day(*, actor: User, day: date, unit: Unit | None = None) -> int:
    """What was not served when its office closed is abandoned, never served; counters left open are closed.

    Of one unit, or of all. Belongs to the last moment of `day`, or to now while it is not over. Returns how many
    numbers were abandoned.
    """
    permissions.check_can_close_day(actor)
    at = min(moments.now(), _last_moment(day))
    for session in open_sessions(at, unit).select_for_update(of=("self",)):
        end_session(session, at)
    step, facts, labels = TICKET["close"], list[NewFact](), list[str]()
    tickets = list(held().filter(pk__in=left_over(day, unit).values("pk")).order_by("pk"))
    for ticket in tickets:
        states = states_of(ticket)
        last = max(at, states[-1].began_at)
        move(ticket, step, actor=actor, cause=Cause.CLOSED, at=last, states=states)
        facts += closing_facts(ticket, states)
        labels.append(ticket.label)
    subject = unit or current_instansi()
    record(actor=actor, tag="queue:day:close", subject=subject, data={"day": day, "abandoned": labels})
    _tell_ledger(actor, facts)
    for one in {ticket.pool.unit for ticket in tickets}:
        tell(one)
    return len(tickets)


def _end(
    ticket: Ticket, name: str, *, actor: User, cause: Cause, at: datetime, states: list[Interval]
) -> Ticket:
    step = TICKET.check(name, ticket.status)
    move(ticket, step, actor=actor, cause=cause, at=at, states=states)
    record_step(actor, step, ticket)
    _tell_ledger(actor, list(closing_facts(ticket, states)))
    tell(ticket.pool.unit)
    return ticket


def _served(ticket: Ticket, at: datetime) -> Served:
    return Served(
        case=str(ticket.uid),
        unit=ticket.pool.unit,
        layanan=ticket.layanan,
        employee=ticket.session.employee if ticket.session else None,
        channel=ticket.channel,
        at=at,
        followed=ticket,
        page=f"/antrean/{ticket.code}/",
    )


def _calls_now(ticket: Ticket, states: Sequence[Interval]) -> list[Call]:
    """The calls of the present calling, oldest first; those before a transfer were for another counter."""
    return list(ticket.calls.filter(at__gte=states[-1].began_at).order_by("number"))


def _where_it_stood(before: Interval) -> TicketStatus:
    state, session = TicketStatus(before.state), before.session
    if state not in policies.AT_COUNTER:
        return state
    if session and session.ended_at is None and policies.at_counter(session) is None:
        return state
    return TicketStatus.MENUNGGU if state == TicketStatus.DIPANGGIL else TicketStatus.DITUNDA


def _tell_ledger(actor: User, facts: Sequence[NewFact]) -> None:
    if facts:
        record_facts(actor=actor, facts=facts, source=SOURCE)


def _last_moment(day: date) -> datetime:
    midnight = datetime.combine(day + timedelta(days=1), time.min)
    return timezone.make_aware(midnight) - timedelta(microseconds=1)
