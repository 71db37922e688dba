"""What the ledger is told of a number when it ends, and when its end was wrong."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Any

from abdi.facts.selectors import current
from abdi.facts.types import NewFact
from abdi.services.facts import (
    QUEUE_ABANDONED,
    QUEUE_HOLD_AGENCY,
    QUEUE_HOLD_CITIZEN,
    QUEUE_NO_SHOW,
    QUEUE_PICKED,
    QUEUE_RECALLED_TOO_FAST,
    QUEUE_SERVED_TOO_FAST,
    QUEUE_SERVICE,
    QUEUE_TOTAL,
    QUEUE_WAIT,
    QUEUE_WAIT_SERVICE,
)
from abdi.services.queue.enums import Cause, TicketStatus
from abdi.services.queue.history import first_of, seconds_in, spans, too_close
from abdi.services.queue.models import Interval, Ticket, seconds_between

SOURCE = "antrean"
LOOK_BACK = timedelta(days=90)  # of the service's own finished numbers, the day itself left out
ENOUGH = 100  # under it, one in a hundred is nobody

Told = tuple[str, float]


def closing_facts(ticket: Ticket, states: Sequence[Interval]) -> Iterator[NewFact]:
    """Of a number that has just ended, from its states. Those told for an end that was undone are superseded.

    Durations in seconds by the clock; what is 1 or 0 counts in shares. Only a finished number was served.
    """
    told = _told(ticket) if any(one.cause == Cause.UNDONE for one in states) else {}
    end, called = states[-1], first_of(states, TicketStatus.DIPANGGIL)
    attrs = {
        "outcome": ticket.status,
        "cause": called.cause if called else None,
        "priority": ticket.priority,
        "standar": ticket.standar_version,
    }
    for kind, value in [*_always(ticket), *_called(ticket, states), *_finished(ticket, states)]:
        yield NewFact(
            kind=kind,
            occurred_at=end.began_at,
            unit_id=ticket.pool.unit_id,
            service_id=ticket.layanan_id,
            employee_id=ticket.session.employee_id if ticket.session else None,
            channel=ticket.channel,
            case_key=str(ticket.uid),
            source_key=f"{ticket.uid}/{kind}/{end.number}",
            value=value,
            supersedes_id=told[kind]["id"] if kind in told else None,
            attrs=attrs,
        )


def withdrawn_facts(ticket: Ticket, undone: Interval) -> Iterator[NewFact]:
    """Nothing is measured of an end that was none: each fact gets a successor without a value and without a person."""
    for kind, row in _told(ticket).items():
        yield NewFact(
            kind=kind,
            occurred_at=row["occurred_at"],
            unit_id=row["unit_id"],
            service_id=row["service_id"],
            channel=row["channel"],
            case_key=row["case_key"],
            source_key=f"{ticket.uid}/{kind}/{undone.number}",
            supersedes_id=row["id"],
            attrs={"undone": True},
        )


def _told(ticket: Ticket) -> dict[str, dict[str, Any]]:
    return {row["kind"]: row for row in current(cases=[str(ticket.uid)], sources=[SOURCE])}


def _always(ticket: Ticket) -> list[Told]:
    return [
        (QUEUE_ABANDONED.code, float(ticket.status == TicketStatus.DITINGGALKAN)),
        (QUEUE_NO_SHOW.code, float(ticket.status == TicketStatus.TIDAK_HADIR)),
    ]


def _called(ticket: Ticket, states: Sequence[Interval]) -> Iterator[Told]:
    called = first_of(states, TicketStatus.DIPANGGIL)
    if called is None:
        return
    picked = any(one.cause == Cause.PICKED for one in states)
    yield QUEUE_WAIT.code, seconds_between(ticket.queued_at, called.began_at)
    yield QUEUE_PICKED.code, float(picked)
    yield QUEUE_RECALLED_TOO_FAST.code, float(_recalled_too_fast(ticket))


def _finished(ticket: Ticket, states: Sequence[Interval]) -> Iterator[Told]:
    began = first_of(states, TicketStatus.DILAYANI)
    if ticket.status != TicketStatus.SELESAI or began is None:
        return
    found = spans(states)
    served = seconds_in(found, TicketStatus.DILAYANI)
    yield QUEUE_WAIT_SERVICE.code, seconds_between(ticket.queued_at, began.began_at)
    yield QUEUE_SERVICE.code, served
    yield QUEUE_HOLD_CITIZEN.code, seconds_in(found, TicketStatus.DITUNDA, Cause.HOLD_CITIZEN)
    yield QUEUE_HOLD_AGENCY.code, seconds_in(found, TicketStatus.DITUNDA, Cause.HOLD_AGENCY)
    yield QUEUE_TOTAL.code, seconds_between(ticket.queued_at, states[-1].began_at)
    shortest = _hundredth(ticket)
    if shortest is not None:
        yield QUEUE_SERVED_TOO_FAST.code, float(served < shortest)


def _recalled_too_fast(ticket: Ticket) -> bool:
    """Called again sooner than the line's spacing: calls that nobody could have answered."""
    moments = [call.at for call in ticket.calls.order_by("number")]
    return too_close(moments, ticket.waits_in.recall_spacing) > 0


def _hundredth(ticket: Ticket) -> int | None:
    """The first percentile (nearest rank) of this service's own times, seconds; None while it has too few."""
    times = (
        Ticket.objects.filter(layanan=ticket.layanan_id, status=TicketStatus.SELESAI)
        .filter(service_date__gte=ticket.service_date - LOOK_BACK, service_date__lt=ticket.service_date)
        .exclude(service_seconds=None)
        .order_by("service_seconds")
        .values_list("service_seconds", flat=True)
    )
    count = times.count()
    return times[(count - 1) // 100] if count >= ENOUGH else None
