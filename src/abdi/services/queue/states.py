"""Moving a ticket from one state to the next: the row, and the interval that begins."""

from datetime import datetime

from abdi.platform import moments
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import record
from abdi.platform.validation import write
from abdi.platform.workflow import Transition
from abdi.services.queue.enums import Cause
from abdi.services.queue.models import Interval, Session, Ticket, TicketQuerySet

_RELATED = (
    "instansi",
    "pool__unit",
    "layanan",
    "priority_by",
    "waits_in__unit",
    "waits_for",
    "session__employee",
    "session__counter__unit",
)


def held() -> TicketQuerySet:
    """Tickets with all that a verb reads of them, held to the end of the transaction."""
    rows: TicketQuerySet = Ticket.objects.select_related(*_RELATED).select_for_update(of=("self",))
    return rows


def hold_ticket(ticket: Ticket) -> Ticket:
    """As `platform.locking.hold`, in one query with what a verb reads of it."""
    ticket.refresh_from_db(from_queryset=held())
    return ticket


def hold_session(session: Session) -> Session:
    rows = Session.objects.select_related("instansi", "employee", "counter__unit")
    session.refresh_from_db(from_queryset=rows.select_for_update(of=("self",)))
    return session


def session_of(ticket: Ticket) -> Session:
    """Of a number that is at a counter; that it is was checked before."""
    if ticket.session is None:
        raise LookupError(f"{ticket} is at no counter")
    return ticket.session


def states_of(ticket: Ticket) -> list[Interval]:
    return list(ticket.intervals.order_by("number"))


def present(states: list[Interval]) -> datetime:
    """Now; where the clock was set back, the moment the present state began: no state ends before it begins."""
    return max(moments.now(), states[-1].began_at)


def move(
    ticket: Ticket,
    step: Transition,
    *,
    actor: User,
    cause: Cause,
    at: datetime,
    states: list[Interval],
    note: str = "",
) -> Interval:
    """Write the ticket where the step leads, and the state that begins; `states` grows by it."""
    ticket.status = step.target
    write(ticket)
    begun = write(
        Interval(
            ticket=ticket,
            number=states[-1].number + 1,
            state=step.target,
            cause=cause,
            began_at=at,
            session=ticket.session,
            actor=actor,
            note=note.strip(),
        )
    )
    states.append(begun)
    return begun


def record_step(actor: User, step: Transition, ticket: Ticket, **more: object) -> None:
    """The number and where it went; never who holds it, nor words about him: those stay with the interval."""
    counter = ticket.session.counter.number if ticket.session else None
    record(
        actor=actor, tag=step.tag, subject=ticket, data={"label": ticket.label, "counter": counter, **more}
    )
