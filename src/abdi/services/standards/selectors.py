"""Reads that span models or shape a page."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from abdi.organisation.models import Layanan
from abdi.services.standards.enums import StandarStatus
from abdi.services.standards.models import Standar

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
