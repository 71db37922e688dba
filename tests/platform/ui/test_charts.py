"""Scales, ticks and judgements: pure numbers."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from abdi.platform.ui.charts import (
    Point,
    Scale,
    before_after,
    line_chart,
    nice_ticks,
    range_row,
    spark,
    verdict,
)

numbers = st.floats(min_value=-1e6, max_value=1e6, allow_nan=False).map(lambda x: round(x, 3))


def test_a_scale_is_a_straight_line():
    y = Scale(70, 95, 164, 14)
    assert (y(70), y(95), y(82.5)) == (164, 14, 89)


@given(numbers, numbers)
def test_ticks_enclose_and_are_even(one, other):
    low, high = sorted((one, other))
    ticks = nice_ticks(low, high)
    assert ticks[0] <= low
    assert ticks[-1] >= high
    steps = {round(b - a, 6) for a, b in pairwise(ticks)}
    assert len(ticks) <= 8
    assert max(steps) - min(steps) <= 1e-5


def test_ticks_are_round():
    assert nice_ticks(75.1, 88.5) == [75, 80, 85, 90]
    assert nice_ticks(0, 24.5, about=4) == [0, 10, 20, 30]


@pytest.mark.parametrize(
    ("low", "high", "target", "direction", "expected"),
    [
        (90.8, 93.7, 90, "naik", "ok"),
        (84.5, 87.7, 85, "naik", "unsure"),
        (86.5, 92.4, 95, "naik", "warn"),
        (90, 93, 90, "naik", "ok"),
        (3, 13, 15, "turun", "ok"),
        (9, 27, 15, "turun", "unsure"),
        (16, 27, 15, "turun", "warn"),
        (None, 27, 15, "turun", "unsure"),
    ],
)
def test_only_a_whole_interval_is_judged(low, high, target, direction, expected):
    assert verdict(low, high, target, direction) == expected


@given(numbers, numbers, numbers)
def test_naik_and_turun_mirror_each_other(one, other, target):
    low, high = sorted((one, other))
    assert verdict(low, high, target, "naik") == verdict(-high, -low, -target, "turun")


@given(numbers, st.floats(0, 1e5), st.floats(0, 1e5), st.none() | numbers)
def test_a_range_row_stays_in_its_field(value, below, above, target):
    row = range_row(value, value - below, value + above, target)
    places = [float(p) for p in (row.dot, *(row.interval or ()), row.target) if p is not None]
    assert all(2 <= place <= 142 and math.isfinite(place) for place in places)
    assert float(row.interval[0]) <= float(row.dot) <= float(row.interval[1])


def test_a_common_domain_clips():
    assert range_row(200, None, None, None, domain=(0, 100)).dot == "142"


def test_a_spark_needs_two_values():
    assert spark([]) is None
    assert spark([1]) is None
    assert spark([1, 3]).line == "M4 22 84 4"
    assert spark([5, 5]).line == "M4 22 84 22"


def test_a_gap_in_the_values_is_a_gap_in_the_line():
    values = [80, 81, None, 83, 84]
    chart = line_chart(
        [Point(str(i), v, v and v - 1, v and v + 1, 30) for i, v in enumerate(values)], target=82
    )
    assert len(chart.lines) == len(chart.bands) == 2
    assert len(chart.dots) == 4
    assert chart.last.value == 84


def test_a_chart_without_any_value_is_none():
    assert line_chart([Point("Jan", None, n=3)]) is None
    assert line_chart([]) is None
    assert before_after([], [Point("1", 2)], mean_before=Point("a", 1), mean_after=Point("b", 1)) is None


def test_before_and_after_stand_on_their_own_sides():
    before, after = [Point(str(i), 20 + i) for i in range(8)], [Point(str(i), 13) for i in range(3)]
    chart = before_after(
        before, after, mean_before=Point("a", 23, 22, 24), mean_after=Point("b", 13, 12, 14), target=15
    )
    assert all(float(dot.x) < 179.5 for dot in chart.before.dots)
    assert all(float(dot.x) > 179.5 for dot in chart.after.dots)
    assert chart.ticks[0].value == 0
