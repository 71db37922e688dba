"""Distances on a sphere."""

import math

import pytest

from abdi.platform.earth import RADIUS, distance

MONAS, SATE, BOGOR = (-6.175392, 106.827153), (-6.902481, 107.618810), (-6.597147, 106.806039)


def test_distance_is_that_of_the_sphere():
    """Monas to Gedung Sate against the spherical law of cosines, and a degree along the equator."""
    south, north, across = (math.radians(one) for one in (MONAS[0], SATE[0], SATE[1] - MONAS[1]))
    angle = math.acos(
        math.sin(south) * math.sin(north) + math.cos(south) * math.cos(north) * math.cos(across)
    )
    assert distance(MONAS, SATE) == pytest.approx(RADIUS * angle, abs=1)
    assert distance(MONAS, BOGOR) == pytest.approx(46_950, rel=0.01)
    assert distance((0, 0), (0, 1)) == pytest.approx(111_195, abs=1)
    assert distance(MONAS, MONAS) == 0


def test_the_short_way_leads_over_the_date_line():
    assert distance((0.0, 179.9999), (0.0, -179.9999)) == pytest.approx(22, abs=1)
