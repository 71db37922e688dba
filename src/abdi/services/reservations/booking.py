"""A place kept, come for, or given up. Published through `actions`."""

from datetime import date

from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _

from abdi.organisation.models import Layanan
from abdi.platform import moments
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.encryption import keyed_digest
from abdi.platform.errors import InputRefused
from abdi.platform.locking import hold
from abdi.platform.validation import write
from abdi.platform.verification.codes import ALPHABET, LENGTH
from abdi.services.queue.actions import issue_ticket
from abdi.services.queue.enums import Channel
from abdi.services.queue.models import Ticket
from abdi.services.reservations import permissions, policies
from abdi.services.reservations.enums import ReservationStatus
from abdi.services.reservations.models import Reservation, Slot, SlotDay
from abdi.services.reservations.selectors import reservation_by_code, unused_on
from abdi.services.reservations.workflow import RESERVATION


@action
def book(*, actor: User, slot: Slot, day: date, layanan: Layanan, identity: str = "") -> Reservation:
    """A place in a session on one day. `identity`: a telephone number or NIK, so that one person holds one place.

    Raises PolicyRefused (full, with the nearest place left; too early, too late, closed then) and InputRefused.
    """
    place = _hold_place(slot, day)
    permissions.check_can_reserve(actor, slot.pool.unit)
    policies.check_bookable(place, layanan)
    known = policies.read_identity(identity)
    policies.check_place_left(place, layanan)
    place.taken += 1
    write(place)
    one = Reservation(slot_day=place, layanan=layanan, booked_at=moments.now())
    one.code = get_random_string(LENGTH, ALPHABET)
    one.identity = keyed_digest(f"reservation:{known}") if known else ""
    write(one)
    told = {"day": day, "slot": str(slot), "layanan": layanan.code}
    record(actor=actor, tag="reservations:reservation:book", subject=one, data=told)
    return one


@action
def check_in(*, actor: User, code: str) -> Ticket:
    """Who has arrived gets a number, and the same one when he says so again. It queues by arrival, as all do.

    Raises InputRefused for a code that does not exist, PolicyRefused outside of its window and while closed.
    """
    one = _hold_reservation(code)
    place = one.slot_day
    permissions.check_can_reserve(actor, place.slot.pool.unit)
    if one.ticket and place.day == moments.today():
        record(actor=actor, tag="reservations:reservation:check_in_again", subject=one)
        return one.ticket
    policies.check_arrival(one)
    step = RESERVATION.check("check_in", one.status)
    one.ticket = issue_ticket(
        actor=actor, pool=place.slot.pool, layanan=one.layanan, channel=Channel.DARING, reserved=True
    )
    one.status = step.target
    write(one)
    record(actor=actor, tag=step.tag, subject=one, data={"label": one.ticket.label})
    return one.ticket


@action
def cancel_reservation(*, actor: User, reservation: Reservation) -> Reservation:
    """Somebody else gets the place."""
    hold(reservation)
    place = hold(reservation.slot_day)
    permissions.check_can_reserve(actor, place.slot.pool.unit)
    policies.check_cancellable(reservation)
    step = RESERVATION.check("cancel", reservation.status)
    place.taken -= 1
    write(place)
    reservation.status = step.target
    write(reservation)
    record(actor=actor, tag=step.tag, subject=reservation)
    return reservation


@action
def expire_reservations(*, actor: User) -> int:
    """Give up what nobody came for, and forget who booked on days gone by; returns how many were given up."""
    permissions.check_can_expire_reservations(actor)
    today = moments.today()
    open_ones = unused_on(today).select_for_update(of=("self",))
    lapsed = [one.pk for one in open_ones if policies.is_lapsed(one)]
    Reservation.objects.filter(pk__in=lapsed).update(status=ReservationStatus.HANGUS)
    forgotten = Reservation.objects.filter(slot_day__day__lt=today).exclude(identity="").update(identity="")
    told = {"expired": len(lapsed), "forgotten": forgotten}
    record(actor=actor, tag=RESERVATION["expire"].tag, subject=actor, data=told)
    return len(lapsed)


def _hold_place(slot: Slot, day: date) -> SlotDay:
    """The day's row, held to the end of the transaction; the first to ask makes it."""
    SlotDay.objects.bulk_create([SlotDay(slot=slot, day=day)], ignore_conflicts=True)
    rows = SlotDay.objects.select_related("slot__pool__unit").select_for_update(of=("self",))
    return rows.get(slot=slot, day=day)


def _hold_reservation(code: str) -> Reservation:
    try:
        return reservation_by_code(code, held=True)
    except Reservation.DoesNotExist:
        raise InputRefused(
            _("Kode reservasi tidak dikenal; periksa lagi sepuluh huruf dan angkanya."), field="code"
        ) from None
