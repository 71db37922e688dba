"""What the holder of a number may do with his turn. Published through `actions`."""

from datetime import timedelta

from django.db.models import Q
from django.utils.translation import gettext as _

from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action
from abdi.platform.errors import PolicyRefused
from abdi.services.queue import permissions
from abdi.services.queue.enums import Cause, Priority
from abdi.services.queue.line import waiting_on
from abdi.services.queue.live import tell
from abdi.services.queue.models import Ticket
from abdi.services.queue.states import hold_ticket, move, present, record_step, states_of
from abdi.services.queue.workflow import TICKET

_JUST_AFTER = timedelta(microseconds=1)


@action
def step_back(*, actor: User, ticket: Ticket) -> Ticket:
    """Let the next one pass: for who is not back yet. Raises PolicyRefused where nobody waits behind."""
    hold_ticket(ticket)
    permissions.check_can_hold_ticket(actor, ticket)
    step, states = TICKET.check("step_back", ticket.status), states_of(ticket)
    after = _next_after(ticket)
    if after is None:
        raise PolicyRefused(_("Belum ada nomor di belakang Anda, jadi tidak ada yang dapat didahulukan."))
    ticket.place_at = after.place_at + _JUST_AFTER
    move(ticket, step, actor=actor, cause=Cause.STEPPED_BACK, at=present(states), states=states)
    record_step(actor, step, ticket, after=after.label)
    tell(ticket.pool.unit)
    return ticket


def _next_after(ticket: Ticket) -> Ticket | None:
    """The next of the same kind who waits in the same place: prioritised numbers have an order of their own."""
    ordinary = Q(priority=Priority.BIASA)
    behind = Q(place_at__gt=ticket.place_at) | Q(place_at=ticket.place_at, pk__gt=ticket.pk)
    rows = waiting_on(ticket.service_date).filter(
        behind, ~ordinary if ticket.is_prioritised else ordinary, waits_in=ticket.waits_in_id
    )
    return rows.filter(waits_for=ticket.waits_for_id).first()
