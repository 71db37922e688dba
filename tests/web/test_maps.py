"""Maps drawn here: a tap means a place, a place lies where it was tapped, and no other server is asked."""

import pytest
from django.test import override_settings
from hypothesis import given
from hypothesis import strategies as st

from abdi.organisation.areas.models import Area
from abdi.organisation.models import Unit
from abdi.web.maps import LEAST, MOST, SIZE, Pin, View, draw, parse_view, whole_view

PIXEL = st.floats(0, SIZE)
VIEWS = st.builds(View, st.floats(-11, 6), st.floats(95, 141), st.floats(LEAST, MOST))


def area(west=110.0, south=-7.0, east=110.1, north=-6.9, name="Kelurahan Melati") -> Area:
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    box = {"west": west, "south": south, "east": east, "north": north, "size": 0.01}
    middle = {"name_lat": (south + north) / 2, "name_lon": (west + east) / 2}
    outline = {"type": "MultiPolygon", "coordinates": [[ring]]}
    return Area(unit=Unit(code="X", name=name), outline=outline, **box, **middle)


@given(view=VIEWS, x=PIXEL, y=PIXEL)
def test_a_tap_and_its_place_are_one(view, x, y):
    assert view.xy(*view.at(x, y)) == pytest.approx((x, y), abs=0.01)


@given(view=VIEWS)
def test_a_view_is_read_as_it_was_written(view):
    again = parse_view(str(view))
    assert (again.lat, again.lon, again.zoom) == pytest.approx((view.lat, view.lon, view.zoom), abs=0.006)


@pytest.mark.parametrize("text", ["", "1,2", "a,b,c", "nan,1,9", "1,inf,9", "0,0,99", "0,0,3", "91,0,9"])
def test_anything_else_is_no_view(text):
    assert parse_view(text) is None


def test_the_whole_fits_and_is_as_near_as_it_goes():
    view = whole_view([area(), area(west=110.2, east=110.3)])
    corners = [view.xy(lat, lon) for lat in (-7.0, -6.9) for lon in (110.0, 110.3)]
    assert all(0 <= x <= SIZE and 0 <= y <= SIZE for x, y in corners)
    assert max(x for x, _y in corners) > SIZE * 0.8
    assert whole_view([]) is None


def test_half_a_map_to_each_side():
    view = View(-6.95, 110.05, 12)
    assert view.asked("timur").xy(view.lat, view.lon) == pytest.approx((0, SIZE / 2), abs=0.5)
    assert view.asked("utara").xy(view.lat, view.lon) == pytest.approx((SIZE / 2, SIZE), abs=0.5)
    assert view.asked("lain") == view
    assert View(0, 110, MOST).asked("dekat").zoom == MOST


def test_what_is_seen_is_drawn_and_no_server_is_asked():
    view = whole_view([area()])
    drawing = draw([area(), area(west=120, east=121)], view, [Pin(-6.95, 110.05), Pin(0, 100)])
    assert (len(drawing.paths), len(drawing.pins), drawing.tiles) == (1, 1, [])
    assert drawing.names == [(SIZE // 2, SIZE // 2, "Kelurahan Melati")]
    assert drawing.bar == (drawing.bar[0], "2 km")
    assert drawing.bar[0] <= SIZE / 3
    assert len(draw([area()], view.asked("jauh").asked("jauh"), []).grid) < 2_000


@override_settings(MAP_TILES="https://peta.contoh.test/{z}/{x}/{y}.png", MAP_CREDIT="Peta Contoh")
@pytest.mark.parametrize("zoom", [12, 12.75])
def test_pictures_cover_the_view_where_they_are_set(zoom):
    drawing = draw([], View(-6.95, 110.05, zoom))
    assert drawing.credit == "Peta Contoh"
    covered = {(x, y) for x, y, _side, _address in drawing.tiles}
    assert min(x for x, _y in covered) <= 0 < SIZE <= max(x + side for x, _y, side, _address in drawing.tiles)
    assert all(address.startswith("https://peta.contoh.test/12/") for *_at, address in drawing.tiles)
