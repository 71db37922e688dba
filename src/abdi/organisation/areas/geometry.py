"""Polygons, through shapely, which is loaded only where one is read or asked: starting up needs none."""

import math
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from abdi.platform.errors import InputRefused

# degrees; about eleven metres, finer than a finger on a map and coarse enough for a phone
TOLERANCE = 0.0001
MOST_POINTS = 20_000
# all of Indonesia, sea included, by whole and half degrees: what lies outside was drawn in other coordinates
WEST, SOUTH, EAST, NORTH = 94.5, -11.5, 141.5, 6.5
_DIGITS = 6  # behind the point; a tenth of a metre
_POLYGONS = {"Polygon": 1, "MultiPolygon": 2}  # how deep the rings lie


@dataclass(frozen=True, slots=True)
class Shape:
    """The columns of an Area that say where it is."""

    outline: dict[str, Any]
    west: float
    south: float
    east: float
    north: float
    size: float
    name_lat: float
    name_lon: float


def is_inside_indonesia(lat: float, lon: float) -> bool:
    return SOUTH <= lat <= NORTH and WEST <= lon <= EAST


def shape_of(geometry: Any, named: str) -> Shape:
    """Checked and simplified. `named` says in a refusal whose outline it is. Raises InputRefused."""
    from shapely.geometry import MultiPolygon, mapping, shape
    from shapely.validation import explain_validity

    _check_positions(geometry, named)
    drawn = shape(geometry)
    if not drawn.is_valid or drawn.is_empty or not drawn.area:
        raise _refused(named, _("garisnya tidak menutup satu bidang (%s)") % explain_validity(drawn))
    plain = drawn.simplify(TOLERANCE, preserve_topology=True)
    whole = plain if plain.geom_type == "MultiPolygon" else MultiPolygon([plain])
    west, south, east, north = whole.bounds
    point = whole.representative_point()
    outline = {"type": "MultiPolygon", "coordinates": _rounded(mapping(whole)["coordinates"])}
    return Shape(outline, west, south, east, north, whole.area, point.y, point.x)


def distance(outline: dict[str, Any], lat: float, lon: float) -> float:
    """Degrees from a point to an area; 0 within it."""
    from shapely.geometry import Point, shape

    return float(shape(outline).distance(Point(lon, lat)))


def _check_positions(geometry: Any, named: str) -> None:
    depth = _POLYGONS.get(geometry.get("type", "") if isinstance(geometry, dict) else "")
    if depth is None:
        raise _refused(named, _("bukan Polygon atau MultiPolygon"))
    positions = _positions(geometry.get("coordinates"), depth, named)
    if len(positions) > MOST_POINTS:
        words = _("berisi %(count)d titik, paling banyak %(most)d; sederhanakan dahulu")
        raise _refused(named, words % {"count": len(positions), "most": MOST_POINTS})
    for lon, lat in positions:
        if not is_inside_indonesia(lat, lon):
            raise _refused(named, _outside(lat, lon))


def _positions(nested: Any, depth: int, named: str) -> list[tuple[float, float]]:
    if not isinstance(nested, list) or not nested:
        raise _refused(named, _("koordinatnya tidak lengkap"))
    if depth:
        return [position for one in nested for position in _positions(one, depth - 1, named)]
    if len(nested) < 4 or nested[0] != nested[-1]:
        raise _refused(named, _("garisnya tidak kembali ke titik awal"))
    return [_position(one, named) for one in nested]


def _position(pair: Any, named: str) -> tuple[float, float]:
    numbers = pair[:2] if isinstance(pair, list) else []
    if len(numbers) != 2 or not all(type(one) in (int, float) and math.isfinite(one) for one in numbers):
        raise _refused(named, _("koordinatnya bukan pasangan angka"))
    return float(numbers[0]), float(numbers[1])


def _outside(lat: float, lon: float) -> str:
    """GeoJSON has longitude first; most mistakes are the other way round, or in metres."""
    if is_inside_indonesia(lon, lat):
        return _("lintang dan bujurnya tertukar; tulis bujur dahulu")
    return _("terletak di luar Indonesia; pakai derajat WGS 84 (EPSG:4326)")


def _rounded(nested: Any) -> Any:
    return round(nested, _DIGITS) if isinstance(nested, float) else [_rounded(one) for one in nested]


def _refused(named: str, why: str) -> InputRefused:
    return InputRefused(_("Wilayah %(named)s: %(why)s.") % {"named": named, "why": why}, field="file")
