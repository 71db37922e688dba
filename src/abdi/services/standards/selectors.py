"""Reads that span models or shape a page."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from abdi.organisation.models import Layanan, Unit
from abdi.organisation.selectors import heads_of, units_above
from abdi.services.standards.enums import StandarStatus
from abdi.services.standards.models import Maklumat, Standar

WAS_SET = (StandarStatus.DITETAPKAN, StandarStatus.DICABUT)  # withdrawn ones held until their last day


def standar_in_force(layanan: Layanan, on: date) -> Standar | None:
    """The version that binds on a day."""
    return in_force(on).filter(layanan=layanan).first()


def standar_of(layanan: Iterable[Layanan], on: date) -> dict[int, Standar]:
    """Layanan id → the version that binds on a day; services without one are absent. One query."""
    rows = in_force(on).filter(layanan__in=[one.pk for one in layanan]).order_by("valid_from", "version")
    return {one.layanan_id: one for one in rows}


def in_force(on: date) -> QuerySet[Standar]:
    """Every version that binds on a day; of one service the newest first."""
    unended = Q(valid_until=None) | Q(valid_until__gte=on)
    return Standar.objects.filter(unended, status__in=WAS_SET, valid_from__lte=on)


def maklumat_of(unit: Unit, on: date) -> Maklumat | None:
    """The newest promise of a unit, or of the nearest unit above it that made one."""
    above = units_above(unit)
    made = Maklumat.objects.filter(unit__in=above, published_on__lte=on).select_related("unit", "signed_by")
    return min(
        made, key=lambda one: (above.index(one.unit_id), -one.published_on.toordinal(), -one.pk), default=None
    )


def signers_of(unit: Unit, on: date | None = None) -> set[int]:
    """Ids of those who lead the unit or one above it on a day: who may promise in its name."""
    return {one.pk for led in heads_of(units_above(unit), on).values() for one in led}
