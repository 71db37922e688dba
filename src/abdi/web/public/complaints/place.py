"""Where it happened: a tap on the map without JavaScript sends pixels, and the page comes back with the pin."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass

from abdi.organisation.areas.models import Area
from abdi.organisation.areas.selectors import outlines, unit_at
from abdi.organisation.models import Unit
from abdi.web.maps import SIZE, Drawing, Pin, View, draw, parse_view, whole_view

TAP = ("tap.x", "tap.y")  # what a browser calls the two numbers of <input type="image" name="tap">
MOVE, CLEAR = "geser", "hapus_titik"
ASKING = (*TAP, MOVE, CLEAR)  # buttons of the map: they send the whole form, which then comes back as it was
_NEAR = 15  # zoom at which a point that came without a map is shown: a few streets


@dataclass(frozen=True, slots=True)
class Shown:
    """`drawing` is None for an instansi without outlines; then the place is told in words."""

    drawing: Drawing | None
    unit: Unit | None
    lat: float | None
    lon: float | None

    @property
    def is_pinned(self) -> bool:
        return self.lat is not None


def asks_for_map(data: Mapping[str, str]) -> bool:
    return any(name in data for name in ASKING)


def as_asked(data: Mapping[str, str]) -> dict[str, str]:
    """What was typed, with `lat`, `lon` and `view` as the map's button leaves them."""
    typed = {name: value for name, value in data.items() if name not in ASKING}
    view = _view(typed, outlines())
    if view is None:
        return typed
    if CLEAR in data:
        return {**typed, "lat": "", "lon": "", "view": str(view)}
    if MOVE in data:
        return {**typed, "view": str(view.asked(data[MOVE]))}
    x, y = (_pixel(data.get(name, "")) for name in TAP)
    lat, lon = view.at(x, y)
    return {**typed, "lat": f"{lat:.6f}", "lon": f"{lon:.6f}", "view": str(view)}


def shown(data: Mapping[str, str]) -> Shown:
    """The map of a form: `data` holds `lat`, `lon` and `view` as text, if anything."""
    areas = outlines()
    view = _view(data, areas)
    point = _point(data)
    pins = [Pin(*point)] if point else []
    lat, lon = point or (None, None)
    return Shown(
        drawing=draw(areas, view, pins) if view else None,
        unit=unit_at(*point) if point else None,
        lat=lat,
        lon=lon,
    )


def _view(data: Mapping[str, str], areas: list[Area]) -> View | None:
    """The one that was shown; for a point from elsewhere the streets around it; else all there is."""
    if not areas:
        return None
    if known := parse_view(data.get("view", "")):
        return known
    point = _point(data)
    return View(*point, _NEAR) if point else whole_view(areas)


def _point(data: Mapping[str, str]) -> tuple[float, float] | None:
    with suppress(ValueError):
        lat, lon = float(data.get("lat", "")), float(data.get("lon", ""))
        if abs(lat) <= 85 and abs(lon) <= 180:
            return lat, lon
    return None


def _pixel(text: str) -> float:
    """The middle for what is no number, and for 0, which the keyboard sends."""
    number = int(text) if text.isascii() and text.isdigit() else 0
    return min(number, SIZE) or SIZE / 2
