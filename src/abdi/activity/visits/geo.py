"""Where something is, and how far apart two places are."""

import math
from dataclasses import dataclass
from decimal import Decimal
from typing import Self

from django.utils.translation import gettext as _

from abdi.platform.errors import InputRefused

EARTH_RADIUS = 6_371_008.8  # metres, mean radius of GRS 80 (Moritz, Journal of Geodesy 74, 2000)
STEP = Decimal("0.000001")  # degrees; a tenth of a metre


@dataclass(frozen=True, slots=True)
class Point:
    """Degrees, north and east positive, to six decimals."""

    latitude: Decimal
    longitude: Decimal

    @classmethod
    def read(cls, latitude: object, longitude: object) -> Self:
        """Raises InputRefused for what is no place on Earth."""
        try:
            north, east = (Decimal(str(one)).quantize(STEP) for one in (latitude, longitude))
        except ArithmeticError:
            north = east = Decimal(-360)
        if not (abs(north) <= 90 and abs(east) <= 180):
            raise InputRefused(
                _(
                    "Titik %(latitude)s, %(longitude)s tidak ada di bumi; tulis lintang lalu bujur dalam derajat."
                )
                % {"latitude": latitude, "longitude": longitude},
                field="position",
            )
        return cls(north, east)


def distance(one: Point, other: Point) -> float:
    """Metres along the Earth's surface, by the haversine formula (Sinnott, Sky & Telescope 68, 1984)."""
    south, north = (math.radians(point.latitude) for point in (one, other))
    across = math.radians(other.longitude - one.longitude)
    half = math.sin((north - south) / 2) ** 2 + math.cos(south) * math.cos(north) * math.sin(across / 2) ** 2
    return 2 * EARTH_RADIUS * math.asin(math.sqrt(min(1.0, half)))
