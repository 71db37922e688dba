"""An officer sits down at a counter, pauses, and leaves it. Published through `actions`."""

from datetime import datetime

from django.utils.translation import gettext as _

from abdi.organisation.selectors import employee_of
from abdi.platform import moments
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.errors import InputRefused
from abdi.platform.locking import hold
from abdi.platform.validation import write
from abdi.services.queue import permissions, policies
from abdi.services.queue.enums import OfficerState
from abdi.services.queue.live import tell
from abdi.services.queue.models import Counter, Session, SessionState, Ticket
from abdi.services.queue.states import hold_session
from abdi.services.queue.workflow import SESSION, TURNS


@action
def open_counter(*, actor: User, counter: Counter) -> Session:
    """Sit down and serve. Raises InputRefused where the counter is taken, or the officer sits at another."""
    hold(counter)
    permissions.check_can_serve(actor, counter.unit)
    policies.check_counter_usable(counter)
    employee = employee_of(actor)
    if employee is None:
        raise InputRefused(_("Akun Anda belum terhubung dengan data pegawai; minta admin menghubungkannya."))
    at = moments.now()
    session = write(Session(employee=employee, counter=counter, began_at=at))
    write(SessionState(session=session, state=session.state, began_at=at))
    record(actor=actor, tag="queue:session:open", subject=session, data={"counter": counter.number})
    tell(counter.unit)
    return session


@action
def set_state(*, actor: User, session: Session, state: OfficerState) -> Session:
    """Serving, break or back office. Nobody is left standing: the number at the counter is ended first."""
    hold_session(session)
    permissions.check_can_use_session(actor, session)
    if state not in TURNS:
        raise InputRefused(_("Pilih melayani, istirahat, atau bekerja di belakang."), field="state")
    step = SESSION.check(TURNS[state], session.state)
    if state != OfficerState.MELAYANI:
        policies.check_desk_is_free(session)
    session.state = state
    write(session)
    write(SessionState(session=session, state=state, began_at=moments.now()))
    record(actor=actor, tag=step.tag, subject=session, data={"counter": session.counter.number})
    tell(session.counter.unit)
    return session


@action
def close_counter(*, actor: User, session: Session) -> Session:
    """Leave the counter. Who waited for this counter alone waits for any of his line again."""
    hold_session(session)
    permissions.check_can_use_session(actor, session)
    step = SESSION.check("close", session.state)
    policies.check_desk_is_free(session)
    end_session(session, moments.now())
    record(actor=actor, tag=step.tag, subject=session, data={"counter": session.counter.number})
    tell(session.counter.unit)
    return session


def end_session(session: Session, at: datetime) -> None:
    """No officer here any more, from `at` on (or its beginning, where the clock was set back)."""
    at = max(at, session.began_at)
    session.state, session.ended_at = OfficerState.SELESAI, at
    write(session)
    write(SessionState(session=session, state=session.state, began_at=at))
    Ticket.objects.waiting().filter(waits_for=session.counter).update(waits_for=None)
