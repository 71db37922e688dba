"""Which places can still be had. Published through `selectors`."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from abdi.organisation.models import Layanan
from abdi.platform import moments
from abdi.rules.kalender import DAY
from abdi.services.hours.book import Book, read_book
from abdi.services.reservations.models import Slot, SlotDay


@dataclass(frozen=True)
class Place:
    """A session on one day, with how many places are `left` in it."""

    slot: Slot
    day: date
    starts_at: datetime
    ends_at: datetime
    left: int


def free_places(layanan: Layanan, first: date, last: date) -> list[Place]:
    """What can be booked for this service now, both days included, soonest first. Six queries, however many days."""
    rows = Slot.objects.filter(pool__layanan=layanan, pool__is_active=True)
    slots = list(rows.exclude(valid_until__lt=first).select_related("pool__unit"))
    if not slots:
        return []
    book = read_book({slot.pool.unit_id for slot in slots}, first)
    days = [one for one in _days(slots, first, last) if is_offered(one, layanan, book)]
    return [_place(one) for one in sorted(days, key=lambda one: (one.starts_at, one.slot.pk)) if one.left]


def nearest_place(wanted: SlotDay, layanan: Layanan) -> Place | None:
    """Where somebody can be sent whose session is full: soonest around its start."""
    first = moments.today()
    free = free_places(layanan, first, first + DAY * wanted.slot.days_ahead)
    return min(free, key=lambda one: abs(one.starts_at - wanted.starts_at), default=None)


def is_offered(one: SlotDay, layanan: Layanan, book: Book) -> bool:
    """In force, neither too early nor too late to book, and the office open at that hour."""
    slot, now = one.slot, moments.now()
    in_force = slot.valid_from <= one.day and (slot.valid_until is None or one.day <= slot.valid_until)
    ahead = (one.day - moments.today()).days
    in_time = ahead <= slot.days_ahead and now <= one.book_until
    return in_force and in_time and is_open_for(one, layanan, book)


def is_open_for(one: SlotDay, layanan: Layanan, book: Book) -> bool:
    spans = book.on(one.slot.pool.unit_id, layanan.pk, one.day).spans
    return any(opens <= one.starts_at < closes for opens, closes in spans)


def _days(slots: list[Slot], first: date, last: date) -> Iterator[SlotDay]:
    """Those that somebody has booked in, as they are; the others empty."""
    rows = SlotDay.objects.filter(slot__in=slots, day__gte=first, day__lte=last)
    taken = {(one.slot_id, one.day): one.taken for one in rows}
    for number in range((last - first).days + 1):
        day = first + DAY * number
        for slot in slots:
            if slot.weekday == day.weekday():
                yield SlotDay(slot=slot, day=day, taken=taken.get((slot.pk, day), 0))


def _place(one: SlotDay) -> Place:
    return Place(one.slot, one.day, one.starts_at, one.ends_at, one.left)
