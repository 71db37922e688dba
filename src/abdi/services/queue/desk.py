"""All that the page of a counter needs. Published through `selectors`."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

from django.db.models import Q

from abdi.platform import moments
from abdi.services.queue import policies
from abdi.services.queue.enums import TicketStatus
from abdi.services.queue.history import seconds_in, spans
from abdi.services.queue.line import next_for, waiting_for
from abdi.services.queue.models import Call, Session, Ticket
from abdi.services.queue.states import states_of

SHOWN = 20  # of those waiting and of those held; the rest is a number


@dataclass(frozen=True)
class Current:
    """The number at the counter: since when it is in its state, and when it may be given up as absent."""

    ticket: Ticket
    since: datetime
    calls: list[Call]
    served_seconds: int  # before the present state: a number that was held goes on counting

    @property
    def recalls_left(self) -> int:
        """Spaced recalls still needed before `no_show`."""
        pool = self.ticket.waits_in
        return max(0, pool.recalls_before_no_show - policies.spaced_recalls(self.calls, pool.recall_spacing))

    @property
    def absent_from(self) -> datetime | None:
        """From when `no_show` is allowed; None while recalls are lacking."""
        if self.recalls_left or not self.calls:
            return None
        return self.calls[-1].at + timedelta(seconds=self.ticket.waits_in.recall_spacing)


@dataclass(frozen=True)
class Desk:
    """`next` is whom one key calls; the officer's own numbers of today are his alone to see."""

    session: Session
    current: Current | None
    next: Ticket | None
    waiting: list[Ticket]
    waiting_count: int
    held: list[Ticket]
    served_today: int
    median_seconds: float | None


def desk(session: Session) -> Desk:
    """At most eight queries beside the session with its counter and officer, however many wait."""
    here = _here(session)
    current = next((one for one in here if one.status in policies.AT_COUNTER), None)
    times = _own_times(session)
    waiting = waiting_for(session)
    return Desk(
        session=session,
        current=_current(current) if current else None,
        next=next_for(session),
        waiting=list(waiting[:SHOWN]),
        waiting_count=waiting.count(),
        held=[one for one in here if one.status == TicketStatus.DITUNDA],
        served_today=len(times),
        median_seconds=median(times) if times else None,
    )


def _here(session: Session) -> list[Ticket]:
    """The number at this counter, and the unit's held ones, which any of its counters may resume."""
    at_hand = Q(session=session, status__in=policies.AT_COUNTER)
    held = Q(status=TicketStatus.DITUNDA, pool__unit=session.counter.unit_id)
    rows = Ticket.objects.filter(at_hand | held).order_by("status", "place_at", "pk")
    return list(rows.select_related("layanan", "waits_in", "session__counter")[: SHOWN + 1])


def _current(ticket: Ticket) -> Current:
    states = states_of(ticket)
    began = states[-1].began_at
    served = seconds_in(spans(states), TicketStatus.DILAYANI)
    calls = [call for call in ticket.calls.order_by("number") if call.at >= began]
    return Current(ticket, began, calls, served)


def _own_times(session: Session) -> list[int]:
    mine = Ticket.objects.on(moments.today()).filter(
        session__employee=session.employee_id, status=TicketStatus.SELESAI
    )
    return [one for one in mine.values_list("service_seconds", flat=True) if one is not None]
