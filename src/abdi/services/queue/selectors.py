"""Reads of the queue, for pages, boards and others' displays."""

from collections.abc import Sequence
from datetime import date

from abdi.organisation.models import Unit
from abdi.platform.verification.codes import as_typed
from abdi.services.queue.boards import board_state, state_at
from abdi.services.queue.desk import Desk, desk
from abdi.services.queue.enums import Cause
from abdi.services.queue.line import next_for, waiting_for
from abdi.services.queue.live import topic
from abdi.services.queue.models import Interval, Session, Ticket, TicketQuerySet
from abdi.services.queue.monitor import queue_monitor
from abdi.services.queue.positions import Position, estimate_for, position_of

__all__ = [
    "Desk",
    "Position",
    "board_state",
    "desk",
    "estimate_for",
    "next_for",
    "open_counters",
    "position_of",
    "queue_monitor",
    "state_at",
    "ticket_by_code",
    "tickets_of_day",
    "topic",
    "undone_on",
    "waiting_for",
]


def ticket_by_code(code: str) -> Ticket:
    """Whoever knows the code holds the number. Raises Ticket.DoesNotExist."""
    rows = Ticket.objects.select_related("pool__unit", "layanan", "waits_in", "session__counter")
    return rows.get(code=as_typed(code))


def tickets_of_day(unit: Unit, day: date) -> TicketQuerySet:
    """The running list of a unit's day, newest first."""
    rows: TicketQuerySet = Ticket.objects.on(day).filter(pool__unit=unit).order_by("-queued_at", "-pk")
    return rows.select_related("pool", "layanan", "session__employee", "session__counter")


def undone_on(unit: Unit, day: date) -> int:
    """How many ends of that day's numbers were put right by a second person."""
    undone = Interval.objects.filter(cause=Cause.UNDONE)
    return undone.filter(ticket__service_date=day, ticket__pool__unit=unit).count()


def open_counters(unit: Unit) -> Sequence[Session]:
    """Who sits where now, by counter."""
    rows = Session.objects.filter(ended_at=None, counter__unit=unit)
    return list(rows.select_related("counter", "employee").order_by("counter__number"))
