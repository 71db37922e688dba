"""Reads of reservations, for pages and tasks."""

from datetime import date

from django.db.models import Q, QuerySet

from abdi.organisation.permissions import units_managed
from abdi.platform.accounts.models import User
from abdi.platform.verification.codes import as_typed
from abdi.services.reservations.enums import ReservationStatus
from abdi.services.reservations.models import Reservation, Slot
from abdi.services.reservations.places import Place, free_places, nearest_place
from abdi.services.reservations.policies import is_lapsed

__all__ = [
    "Place",
    "free_places",
    "has_overdue",
    "is_lapsed",
    "nearest_place",
    "reservation_by_code",
    "slots_managed",
    "unused_on",
]

AT_ONCE = 1_000


def reservation_by_code(code: str, *, held: bool = False) -> Reservation:
    """Whoever knows the code holds the place. `held` to the end of the transaction. Raises Reservation.DoesNotExist."""
    rows = Reservation.objects.select_related("slot_day__slot__pool__unit", "layanan")
    # held without the ticket: who waited for the row reads it as it is now, but what is joined as it was before
    rows = rows.select_for_update(of=("self",)) if held else rows.select_related("ticket")
    return rows.get(code=as_typed(code[:100]))


def has_overdue(today: date) -> bool:
    """Whether anything may have lapsed, or is still known by whom it was booked after its day."""
    unused = Q(status=ReservationStatus.DIPESAN, slot_day__day__lte=today)
    known = ~Q(identity="") & Q(slot_day__day__lt=today)
    return Reservation.objects.filter(unused | known).exists()


def unused_on(day: date) -> QuerySet[Reservation]:
    """Not come for, of that day and before, oldest first; at most a thousand."""
    rows = Reservation.objects.filter(status=ReservationStatus.DIPESAN, slot_day__day__lte=day)
    return rows.select_related("slot_day__slot").order_by("slot_day__day", "pk")[:AT_ONCE]


def slots_managed(user: User, today: date) -> QuerySet[Slot]:
    """In force or to come, of the units that somebody administers."""
    rows = Slot.objects.exclude(valid_until__lt=today).select_related("pool__unit")
    rows = rows.order_by("pool__unit__code", "pool__letter", "weekday", "starts")
    units = units_managed(user)
    return rows if units is None else rows.filter(pool__unit__in=units)
