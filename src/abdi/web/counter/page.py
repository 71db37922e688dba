"""What stands on the page of a counter."""

from datetime import datetime
from typing import Any

from abdi.platform import moments
from abdi.services.queue.desk import Current, Desk
from abdi.services.queue.enums import OfficerState, TicketStatus
from abdi.services.queue.models import Session, Ticket, seconds_between
from abdi.services.queue.selectors import desk
from abdi.services.standards.enums import TimeUnit
from abdi.services.standards.models import Standar
from abdi.services.standards.selectors import standar_in_force
from abdi.web.counter.forms import HoldForm

_AT_THE_COUNTER = {
    TimeUnit.MENIT: 60,
    TimeUnit.JAM: 3_600,
}  # seconds; a promise in days is not kept while one waits


def at_counter(session: Session) -> dict[str, Any]:
    """The same number of queries however many wait."""
    now, found = moments.now(), desk(session)
    return {
        "session": session,
        "counter": session.counter,
        "unit": session.counter.unit,
        "serves": session.state == OfficerState.MELAYANI,
        "desk": found,
        "held": found.held,
        "median_minutes": None if found.median_seconds is None else found.median_seconds / 60,
        "now": _current(found.current, now) if found.current else None,
        "waiting": [_waits(one, now) for one in found.waiting],
        "more": found.waiting_count - len(found.waiting),
        "said": _said(found),
    }


def _waits(ticket: Ticket, now: datetime) -> dict[str, Any]:
    return {"ticket": ticket, "seconds": seconds_between(ticket.queued_at, now)}


def _current(current: Current, now: datetime) -> dict[str, Any]:
    ticket = current.ticket
    standar = standar_in_force(ticket.layanan, moments.today())
    is_served = ticket.status == TicketStatus.DILAYANI
    since = seconds_between(current.since, now)
    return {
        "ticket": ticket,
        "is_served": is_served,
        "called": current.calls[0].at if current.calls else current.since,
        "times": len(current.calls),
        "recalls_left": current.recalls_left,
        "seconds": current.served_seconds + (since if is_served else 0),
        "promise": _promise(standar),
        "standar": standar,
        "hold": HoldForm(),
    }


def _promise(standar: Standar | None) -> int | None:
    """Seconds at the counter; None where none is promised, or where it is counted in days."""
    if standar is None or standar.time_value is None:
        return None
    unit = _AT_THE_COUNTER.get(TimeUnit(standar.time_unit))
    return unit * standar.time_value if unit else None


def _said(desk: Desk) -> str:
    """For who hears the page instead of seeing it."""
    if desk.current is None:
        return ""
    ticket = desk.current.ticket
    words = [ticket.label, ticket.layanan.name, ticket.get_status_display()]
    return ", ".join([*words, ticket.get_priority_display()] if ticket.is_prioritised else words)
