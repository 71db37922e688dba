"""A list of points as people paste it: one a line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from abdi.activity.visits.geo import Point
from abdi.activity.visits.models import USUAL_RADIUS
from abdi.platform.errors import InputRefused

_PAIR = re.compile(r"\s*(-?\d+\.\d+)\s*,\s*(-?\d+\.\d+)\s*")  # as maps copy it


@dataclass(frozen=True, slots=True)
class Stop:
    """Where to go. `radius` in metres; without a point only the time can be told."""

    place: str
    point: Point | None = None
    radius: int = USUAL_RADIUS

    def fields(self) -> dict[str, Any]:
        found = {"place": self.place, "radius": self.radius}
        if self.point:
            found |= {"latitude": self.point.latitude, "longitude": self.point.longitude}
        return found


def read_stops(text: str) -> list[Stop]:
    """`Nama tempat; lintang; bujur; radius` a line, cells apart by a semicolon or a tab; empty lines are passed over.

    Everything after the name may be left out. Raises InputRefused with the line it cannot read.
    """
    return list(_stops(text))


def _stops(text: str) -> Iterator[Stop]:
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            yield _stop(line)
        except ValueError:
            reason = _("tulis nama; lintang; bujur; radius, misalnya Posyandu Melati; -6,914; 107,609; 100")
            raise _refusal(number, reason) from None
        except InputRefused as refusal:
            raise _refusal(number, refusal.message) from None


def _stop(line: str) -> Stop:
    place, *rest = (cell.strip() for cell in re.split(r"[;\t]", line))
    if rest and (pair := _PAIR.fullmatch(rest[0])):
        rest = [*pair.groups(), *rest[1:]]
    rest = [cell.replace(",", ".") for cell in rest if cell]
    if not place or len(rest) not in {0, 2, 3}:
        raise ValueError(line)
    point = Point.read(*rest[:2]) if rest else None
    return Stop(place, point, int(rest[2]) if rest[2:] else USUAL_RADIUS)


def _refusal(number: int, reason: str) -> InputRefused:
    return InputRefused(
        _("Baris %(number)d: %(reason)s") % {"number": number, "reason": reason}, field="points"
    )
