"""Maps drawn by this server as SVG: outlines, names, a grid, pins. No other server is asked unless one is set.

Web Mercator, so that pictures of any usual tile server fit below the lines.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from django.conf import settings

from abdi.organisation.areas.models import Area

SIZE = (
    288  # pixels both ways: what a phone of 320 shows whole, and what a tap without JavaScript is counted in
)
TILE = 256
LEAST, MOST = 4, 18  # of the zoom: all of Indonesia, single houses
_EDGE, _FINE = 8, 4  # pixels left free around all areas; steps within one of the zoom
_LETTER, _LINE = 6.6, 15  # pixels that a letter and a line of a name take
_METRES = 40_075_016.7  # around the equator
_STEPS = (
    0.001,
    0.002,
    0.005,
    0.01,
    0.02,
    0.05,
    0.1,
    0.2,
    0.5,
    1,
    2,
    5,
    10,
)  # degrees between lines of the grid
_APART = 60  # pixels at least between two of them
_DIRECTIONS = {"utara": (0, -1), "selatan": (0, 1), "barat": (-1, 0), "timur": (1, 0)}

XY = tuple[float, float]


@dataclass(frozen=True, slots=True)
class View:
    """The part of the world that is shown: its middle in degrees, and how near."""

    lat: float
    lon: float
    zoom: float

    def __str__(self) -> str:
        return f"{self.lat:.6f},{self.lon:.6f},{self.zoom:.2f}"

    def xy(self, lat: float, lon: float) -> XY:
        """Where a place lies, in pixels from the upper left corner."""
        (x, y), (left, top) = _world(lat, lon, self.zoom), self.corner
        return x - left, y - top

    def at(self, x: float, y: float) -> tuple[float, float]:
        """(lat, lon) of a pixel."""
        left, top = self.corner
        whole = TILE * 2**self.zoom
        lat = math.degrees(math.atan(math.sinh(math.pi * (1 - 2 * (y + top) / whole))))
        return lat, (x + left) / whole * 360 - 180

    def asked(self, wish: str) -> "View":
        """Nearer (`dekat`), farther (`jauh`) or half a map to one side; the same for any other word."""
        if wish in _DIRECTIONS:
            east, south = _DIRECTIONS[wish]
            return View(*self.at(SIZE / 2 * (1 + east), SIZE / 2 * (1 + south)), self.zoom)
        nearer = {"dekat": 1, "jauh": -1}.get(wish, 0)
        return View(self.lat, self.lon, min(MOST, max(LEAST, self.zoom + nearer)))

    @property
    def corner(self) -> XY:
        x, y = _world(self.lat, self.lon, self.zoom)
        return x - SIZE / 2, y - SIZE / 2


@dataclass(frozen=True, slots=True)
class Pin:
    """`name` in words; `href` where it leads, when it does; `count` of the things that it stands for."""

    lat: float
    lon: float
    name: str = ""
    href: str = ""
    count: int = 1


@dataclass(frozen=True, slots=True)
class Drawing:
    """What templates/components/map.html draws, all in pixels of a square of SIZE."""

    view: View
    paths: list[str] = field(default_factory=list)
    names: list[tuple[int, int, str]] = field(default_factory=list)
    grid: str = ""
    tiles: list[tuple[int, int, int, str]] = field(default_factory=list)  # with the side of each picture
    pins: list[tuple[int, int, Pin]] = field(default_factory=list)
    bar: tuple[int, str] = (0, "")

    size = SIZE

    @property
    def credit(self) -> str:
        return str(settings.MAP_CREDIT) if self.tiles else ""


def parse_view(text: str) -> View | None:
    """What `str(view)` wrote; None for anything else."""
    try:
        lat, lon, zoom = text.split(",")
        view = View(float(lat), float(lon), float(zoom))
    except ValueError:
        return None
    fits = abs(view.lat) <= 85 and abs(view.lon) <= 180 and LEAST <= view.zoom <= MOST
    return view if fits else None  # a comparison with NaN is false


def whole_view(areas: Iterable[Area]) -> View | None:
    """All the areas, as near as they fit; None without any."""
    known = list(areas)
    if not known:
        return None
    west, east = min(one.west for one in known), max(one.east for one in known)
    south, north = min(one.south for one in known), max(one.north for one in known)
    (left, top), (right, bottom) = _world(north, west, 0), _world(south, east, 0)
    fits = math.log2((SIZE - 2 * _EDGE) / max(right - left, bottom - top))
    zoom = math.floor(fits * _FINE) / _FINE
    return View((south + north) / 2, (west + east) / 2, min(MOST, max(LEAST, zoom)))


def draw(areas: Iterable[Area], view: View, pins: Iterable[Pin] = ()) -> Drawing:
    """The areas within the view, their names where there is room for them, and the pins."""
    seen = [one for one in areas if _is_seen(one, view)]
    placed = [(*_whole(view.xy(pin.lat, pin.lon)), pin) for pin in pins]
    return Drawing(
        view=view,
        paths=[path for one in seen if (path := _path(one, view))],
        names=_names(seen, view),
        grid=_grid(view),
        tiles=_tiles(view) if settings.MAP_TILES else [],
        pins=[(x, y, pin) for x, y, pin in placed if 0 <= x <= SIZE and 0 <= y <= SIZE],
        bar=_bar(view),
    )


def _world(lat: float, lon: float, zoom: float) -> XY:
    """Pixels of the whole world at this zoom, from its upper left corner."""
    whole = TILE * 2**zoom
    y = (1 - math.asinh(math.tan(math.radians(lat))) / math.pi) / 2
    return (lon + 180) / 360 * whole, y * whole


def _whole(xy: XY) -> tuple[int, int]:
    return round(xy[0]), round(xy[1])


def _is_seen(area: Area, view: View) -> bool:
    (left, top), (right, bottom) = view.xy(area.north, area.west), view.xy(area.south, area.east)
    return left <= SIZE and right >= 0 and top <= SIZE and bottom >= 0


def _path(area: Area, view: View) -> str:
    rings = (ring for polygon in area.outline["coordinates"] for ring in polygon)
    return "".join(_ring([_whole(view.xy(lat, lon)) for lon, lat in ring]) for ring in rings)


def _ring(points: list[tuple[int, int]]) -> str:
    """Steps between whole pixels; what falls on one pixel is left out, and so is a ring too small to see."""
    kept = [point for before, point in zip([None, *points], points, strict=False) if point != before]
    if len(kept) < 4:
        return ""
    steps = "".join(f"l{x - a} {y - b}" for (a, b), (x, y) in pairwise(kept))
    return f"M{kept[0][0]} {kept[0][1]}{steps}z"


def _names(seen: list[Area], view: View) -> list[tuple[int, int, str]]:
    """The smallest areas first: what is named is where one stands, and no two names lie over each other."""
    placed: list[tuple[int, int, str]] = []
    for one in reversed(seen):
        x, y = _whole(view.xy(one.name_lat, one.name_lon))
        half = len(one.unit.name) * _LETTER / 2
        is_whole = half <= x <= SIZE - half and _LINE <= y <= SIZE - _LINE
        is_free = all(
            abs(y - b) >= _LINE or abs(x - a) >= half + len(name) * _LETTER / 2 for a, b, name in placed
        )
        if is_whole and is_free:
            placed.append((x, y, one.unit.name))
    return placed


def _grid(view: View) -> str:
    degree = TILE * 2**view.zoom / 360  # pixels
    step = next((one for one in _STEPS if one * degree >= _APART), _STEPS[-1])
    (north, west), (south, east) = view.at(0, 0), view.at(SIZE, SIZE)
    upright = (view.xy(view.lat, number * step)[0] for number in _between(west, east, step))
    level = (view.xy(number * step, view.lon)[1] for number in _between(south, north, step))
    return "".join(f"M{round(x)} 0v{SIZE}" for x in upright) + "".join(f"M0 {round(y)}h{SIZE}" for y in level)


def _between(low: float, high: float, step: float) -> range:
    return range(math.ceil(low / step), math.floor(high / step) + 1)


def _bar(view: View) -> tuple[int, str]:
    """A length in pixels and what it is on the ground: a third of the map at most, of 1, 2 or 5."""
    metre = TILE * 2**view.zoom / _METRES / math.cos(math.radians(view.lat))  # pixels
    lengths = (base * 10**power for power in range(7) for base in (1, 2, 5))
    longest = max(one for one in lengths if one * metre <= SIZE / 3 or one == 1)
    words = f"{longest // 1000} km" if longest >= 1000 else f"{longest} m"
    return round(longest * metre), words


def _tiles(view: View) -> list[tuple[int, int, int, str]]:
    """Pictures are made for whole zooms; in between they are drawn larger."""
    zoom = math.floor(view.zoom)
    side = TILE * 2 ** (view.zoom - zoom)
    (left, top), most = view.corner, 2**zoom - 1
    columns, rows = _covering(left, side, most), _covering(top, side, most)
    return [
        (round(column * side - left), round(row * side - top), math.ceil(side), _tile(zoom, column, row))
        for column in columns
        for row in rows
    ]


def _covering(start: float, side: float, most: int) -> range:
    return range(max(0, int(start // side)), min(most, int((start + SIZE) // side)) + 1)


def _tile(zoom: int, column: int, row: int) -> str:
    numbers = {"{z}": zoom, "{x}": column, "{y}": row}
    address = str(settings.MAP_TILES)
    for place, number in numbers.items():
        address = address.replace(place, str(number))
    return address
