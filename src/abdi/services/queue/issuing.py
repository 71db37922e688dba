"""Giving out numbers. Published through `actions`."""

from django.utils.crypto import get_random_string

from abdi.organisation.models import Layanan
from abdi.platform import moments
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.validation import write
from abdi.platform.verification.codes import ALPHABET, LENGTH
from abdi.services.hours.policies import check_takes_tickets
from abdi.services.queue import permissions, policies
from abdi.services.queue.enums import Cause, Channel, Priority
from abdi.services.queue.line import hold_day
from abdi.services.queue.live import tell
from abdi.services.queue.models import Interval, Pool, PoolDay, Ticket
from abdi.services.standards.selectors import standar_in_force


@action
def issue_ticket(
    *,
    actor: User,
    pool: Pool,
    layanan: Layanan,
    channel: Channel,
    priority: Priority = Priority.BIASA,
    priority_reason: str = "",
    reserved: bool = False,
) -> Ticket:
    """The next number of a line, without gaps. `reserved`: somebody with a reservation has arrived.

    Raises PolicyRefused (closed now, line not in use, not from afar) and InputRefused (a service the line does not
    serve, priority without a reason).
    """
    day = hold_day(pool, moments.today())
    permissions.check_can_issue_ticket(actor, pool.unit, channel)
    policies.check_issuable(pool, layanan, channel, reserved=reserved)
    check_takes_tickets(pool.unit, layanan, moments.now())
    ticket = _number(day, layanan, channel)
    ticket.priority, ticket.priority_reason = priority, priority_reason.strip()
    ticket.priority_by = actor if ticket.is_prioritised else None
    write(ticket)
    issued = Interval(ticket=ticket, number=1, state=ticket.status, cause=Cause.ISSUED)
    issued.began_at, issued.actor = ticket.queued_at, actor
    write(issued)
    told = {"label": ticket.label, "layanan": layanan.code, "channel": channel, "priority": priority}
    record(actor=actor, tag="queue:ticket:issue", subject=ticket, data=told)
    tell(pool.unit)
    return ticket


def _number(day: PoolDay, layanan: Layanan, channel: Channel) -> Ticket:
    """Its place is never before the one given out last, even where the clock was set back meanwhile."""
    pool, at = day.pool, moments.now()
    day.last_sequence += 1
    day.last_at = max(at, day.last_at or at)
    write(day)
    standar = standar_in_force(layanan, day.day)
    return Ticket(
        pool=pool,
        waits_in=pool,
        service_date=day.day,
        sequence=day.last_sequence,
        label=f"{pool.letter}-{day.last_sequence:03d}",
        code=get_random_string(LENGTH, ALPHABET),
        layanan=layanan,
        channel=channel,
        queued_at=day.last_at,
        place_at=day.last_at,
        standar_version=standar.version if standar else None,
    )
