"""What numbers can be had where, now."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone

from abdi.organisation.models import Layanan, Unit
from abdi.platform import moments
from abdi.services.hours.book import read_book
from abdi.services.hours.opening import Opening, opening_at
from abdi.services.queue.line import waiting_on
from abdi.services.queue.models import Pool
from abdi.services.reservations.models import Slot


@dataclass(frozen=True)
class Offer:
    """One service in one line. `waiting`: how many stand in the line; `can_reserve`: it has sessions."""

    pool: Pool
    layanan: Layanan
    opening: Opening
    waiting: int
    can_reserve: bool

    @property
    def can_take(self) -> bool:
        """From afar; at a kiosk the opening alone decides."""
        return self.pool.is_open_online and self.opening.takes_tickets


def units_with_queue() -> QuerySet[Unit]:
    return Unit.objects.on(moments.today()).filter(pools__is_active=True).distinct().order_by("name")


def unit_with_queue(uid: UUID) -> Unit:
    return get_object_or_404(units_with_queue(), uid=uid)


def offers(unit: Unit) -> list[Offer]:
    """By the name of the service. The same queries however many there are."""
    pools = Pool.objects.filter(unit=unit, is_active=True).select_related("unit").prefetch_related("layanan")
    here = timezone.localtime(moments.now())
    book = read_book([unit.pk], here.date())
    waiting = _waiting(unit)
    reservable = _reservable(unit)
    found = [
        Offer(
            pool,
            one,
            opening_at(book, (unit.pk, one.pk), here),
            waiting.get(pool.pk, 0),
            pool.pk in reservable,
        )
        for pool in pools
        for one in pool.layanan.all()
    ]
    return sorted(found, key=lambda offer: offer.layanan.name)


def offer_of(pool_uid: UUID, layanan_uid: UUID) -> Offer:
    pool = get_object_or_404(Pool.objects.select_related("unit"), uid=pool_uid, is_active=True)
    return offer_at(pool.unit, pool_uid, layanan_uid)


def offer_at(unit: Unit, pool_uid: UUID, layanan_uid: UUID) -> Offer:
    """Of that unit alone: a machine gives no numbers of another office."""
    for one in offers(unit):
        if (one.pool.uid, one.layanan.uid) == (pool_uid, layanan_uid):
            return one
    raise Http404


def _waiting(unit: Unit) -> dict[int, int]:
    rows = waiting_on(moments.today()).filter(waits_in__unit=unit).order_by()
    return dict(rows.values_list("waits_in").annotate(Count("pk")))


def _reservable(unit: Unit) -> set[int]:
    """Lines that have sessions in force or to come."""
    slots = Slot.objects.filter(pool__unit=unit).exclude(valid_until__lt=moments.today())
    return set(slots.order_by().values_list("pool", flat=True))
