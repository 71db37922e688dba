"""The number is at the counter: served, held, gone on with, handed over. Published through `actions`."""

from django.utils.translation import gettext as _

from abdi.organisation.models import Layanan
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action
from abdi.platform.errors import InputRefused
from abdi.services.queue import permissions, policies
from abdi.services.queue.enums import Cause
from abdi.services.queue.live import tell
from abdi.services.queue.models import Counter, Pool, Session, Ticket
from abdi.services.queue.states import hold_session, hold_ticket, move, present, record_step, states_of
from abdi.services.queue.workflow import TICKET

HOLDS = (Cause.HOLD_CITIZEN, Cause.HOLD_AGENCY)


@action
def begin_service(*, actor: User, ticket: Ticket) -> Ticket:
    """The citizen stands at the counter."""
    hold_ticket(ticket)
    permissions.check_can_handle_ticket(actor, ticket)
    return _moved(ticket, "begin", actor=actor, cause=Cause.ARRIVED)


@action
def put_on_hold(*, actor: User, ticket: Ticket, cause: Cause, note: str = "") -> Ticket:
    """Something is missing. `cause` says whose time it is: HOLD_CITIZEN or HOLD_AGENCY."""
    hold_ticket(ticket)
    permissions.check_can_handle_ticket(actor, ticket)
    if cause not in HOLDS:
        raise InputRefused(_("Pilih yang ditunggu: warga atau kantor."), field="cause")
    return _moved(ticket, "hold", actor=actor, cause=cause, note=note)


@action
def resume(*, actor: User, session: Session, ticket: Ticket) -> Ticket:
    """Go on with a held number, at any free counter of its unit."""
    hold_session(session)
    hold_ticket(ticket)
    permissions.check_can_use_session(actor, session)
    TICKET.check("resume", ticket.status)
    policies.check_calls(session)
    policies.check_resumable_at(session, ticket)
    ticket.session = session
    return _moved(ticket, "resume", actor=actor, cause=Cause.RESUMED)


@action
def transfer(
    *,
    actor: User,
    ticket: Ticket,
    layanan: Layanan | None = None,
    counter: Counter | None = None,
    note: str = "",
) -> Ticket:
    """Hand the number over to another service, or to the officer at another counter. It keeps its place in the order.

    Raises InputRefused for neither of both or a service no line of the unit serves; PolicyRefused for a counter
    without an officer.
    """
    hold_ticket(ticket)
    permissions.check_can_handle_ticket(actor, ticket)
    TICKET.check("transfer", ticket.status)
    if layanan is None and counter is None:
        raise InputRefused(_("Pilih layanan atau loket tujuan."), field="layanan")
    if layanan is not None:
        ticket.waits_in, ticket.layanan = _line_for(layanan, ticket), layanan
    if counter is not None:
        policies.check_open_elsewhere(counter, ticket)
    ticket.waits_for, ticket.session = counter, None
    return _moved(ticket, "transfer", actor=actor, cause=Cause.TRANSFERRED, note=note)


def _moved(ticket: Ticket, name: str, *, actor: User, cause: Cause, note: str = "") -> Ticket:
    step, states = TICKET.check(name, ticket.status), states_of(ticket)
    move(ticket, step, actor=actor, cause=cause, at=present(states), states=states, note=note)
    record_step(actor, step, ticket, cause=cause)
    tell(ticket.pool.unit)
    return ticket


def _line_for(layanan: Layanan, ticket: Ticket) -> Pool:
    """The line the number waits in already, where it serves that too; else the first one of its unit that does."""
    lines = list(Pool.objects.filter(unit=ticket.pool.unit, layanan=layanan, is_active=True))
    if not lines:
        raise InputRefused(
            _("%(layanan)s belum dilayani di antrean mana pun di %(unit)s.")
            % {"layanan": layanan, "unit": ticket.pool.unit},
            field="layanan",
        )
    return next((line for line in lines if line == ticket.waits_in), lines[0])
