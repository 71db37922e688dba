"""What lies where. Every point is WGS 84 in degrees, latitude first as people say it."""

from datetime import date

from django.utils import timezone

from abdi.organisation.areas.geometry import TOLERANCE, distance
from abdi.organisation.areas.models import Area
from abdi.organisation.models import Unit


def unit_at(lat: float, lon: float, on: date | None = None) -> Unit | None:
    """The unit of the smallest area around a point: a kelurahan rather than its kecamatan.

    Simplifying two neighbours apart leaves slivers between them; a point in one belongs to the nearer.
    """
    areas = Area.objects.drawn(on or timezone.localdate()).around(lat, lon, TOLERANCE)
    near = [(distance(one.outline, lat, lon), one.size, one) for one in areas]
    reached = [(away, size, one.pk, one) for away, size, one in near if away <= TOLERANCE]
    return min(reached)[-1].unit if reached else None


def outlines(on: date | None = None) -> list[Area]:
    """The areas in force on a day, the largest first. One query."""
    return list(Area.objects.drawn(on or timezone.localdate()))
