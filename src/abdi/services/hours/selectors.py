"""Whether a service is open, asked by everybody: kiosk, counter, board, public page."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import QuerySet
from django.utils import timezone

from abdi.organisation.models import Layanan, Unit
from abdi.services.hours.book import read_book
from abdi.services.hours.models import Schedule, SpecialDay
from abdi.services.hours.opening import Opening, opening_at


def opening(*, unit: Unit, layanan: Layanan | None = None, at: datetime) -> Opening:
    """Open or closed at a moment, why, until when and when again. `layanan`: where its hours differ."""
    here = timezone.localtime(at)
    return opening_at(read_book([unit.pk], here.date()), (unit.pk, layanan.pk if layanan else None), here)


def openings(layanan: Iterable[Layanan], at: datetime) -> dict[int, Opening]:
    """Layanan id → its opening at its own unit. The same queries however many services."""
    asked, here = list(layanan), timezone.localtime(at)
    book = read_book((one.unit_id for one in asked), here.date())
    return {one.pk: opening_at(book, (one.unit_id, one.pk), here) for one in asked}


def schedules_of(unit: Unit, today: date) -> QuerySet[Schedule]:
    """In force or to come, those of the unit itself first."""
    unended = Schedule.objects.filter(unit=unit).exclude(valid_until__lt=today)
    return unended.select_related("layanan").order_by("layanan__name", "valid_from")


def special_days_of(unit: Unit, today: date) -> QuerySet[SpecialDay]:
    """From today on."""
    return SpecialDay.objects.filter(unit=unit, day__gte=today).select_related("layanan")
