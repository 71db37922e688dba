"""Where something is."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Self

from django.utils.translation import gettext as _

from abdi.platform.earth import Degrees
from abdi.platform.errors import InputRefused

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

    @property
    def degrees(self) -> Degrees:
        return float(self.latitude), float(self.longitude)
