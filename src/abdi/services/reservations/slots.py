"""Times that can be booked, set by the unit's admin. Published through `actions`."""

from datetime import date, time

from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.locking import hold
from abdi.platform.validation import write
from abdi.services.queue.models import Pool
from abdi.services.queue.permissions import check_can_set_up_queue
from abdi.services.reservations import policies
from abdi.services.reservations.models import Slot


@action
def create_slot(
    *,
    actor: User,
    pool: Pool,
    weekday: int,
    starts: time,
    ends: time,
    quota: int,
    valid_from: date,
    early: int = 15,
    late: int = 15,
    book_until: int = 30,
    days_ahead: int = 14,
) -> Slot:
    """A time of every week in one line. `early`, `late`, `book_until` in minutes around its start.

    Raises InputRefused for hours out of order or over another session, and for a day gone by.
    """
    hold(pool)
    check_can_set_up_queue(actor, pool.unit)
    policies.check_begins_today_or_later(valid_from)
    policies.check_no_overlap(pool, weekday, starts, ends, valid_from)
    times = {"weekday": weekday, "starts": starts, "ends": ends, "valid_from": valid_from}
    limits = {
        "quota": quota,
        "early": early,
        "late": late,
        "book_until": book_until,
        "days_ahead": days_ahead,
    }
    slot = write(Slot(pool=pool, **times, **limits))
    record(actor=actor, tag="reservations:slot:create", subject=slot, data={**times, **limits})
    return slot


@action
def end_slot(*, actor: User, slot: Slot, valid_until: date) -> Slot:
    """Its last day. Raises InputRefused while somebody has a place after it."""
    hold(slot)
    check_can_set_up_queue(actor, slot.pool.unit)
    policies.check_end(slot, valid_until)
    slot.valid_until = valid_until
    write(slot)
    record(actor=actor, tag="reservations:slot:end", subject=slot, data={"valid_until": valid_until})
    return slot
