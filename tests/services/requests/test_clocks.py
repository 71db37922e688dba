"""The two clocks as arithmetic: a small table by hand, and what holds whatever happens."""

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from abdi.platform.outages.spans import Span, merged
from abdi.services.requests.clocks import agency, felt, moved, share_used

MONDAY = datetime(2026, 11, 16, tzinfo=UTC)
HOUR = timedelta(hours=1)


def opens(moment):
    """08.00–12.00 and 13.00–15.00, Monday to Friday: six hours a day."""
    for number in range(60):
        day = datetime.combine(moment.date(), time(), UTC) + timedelta(days=number)
        if day.weekday() < 5:
            yield Span(day + 8 * HOUR, day + 12 * HOUR)
            yield Span(day + 13 * HOUR, day + 15 * HOUR)


def at(hours: float, day: int = 0) -> datetime:
    return MONDAY + timedelta(days=day) + hours * HOUR


@pytest.mark.parametrize(
    ("filed", "ended", "stops", "worked"),
    [
        (at(9), at(10), [], 1),
        (at(11), at(14), [], 2),  # the break is nobody's time
        (at(14), at(9, day=1), [], 2),  # nor is the night
        (at(14, day=4), at(9, day=7), [], 2),  # nor the weekend
        (at(9), at(11), [Span(at(9.5), at(10.5))], 1),
        (at(9), at(15, day=1), [Span(at(10), at(10, day=1))], 5),  # 1 + 2 + 2
        (at(9), at(11), [Span(at(8), at(20))], 0),
        (at(16), at(20), [], 0),
    ],
)
def test_the_agency_is_counted_in_its_open_hours(filed, ended, stops, worked):
    assert agency(filed, ended, stops, opens) == worked * HOUR
    assert felt(filed, ended) == ended - filed


@pytest.mark.parametrize(
    ("due", "stops", "then"),
    [
        (at(11), [], at(11)),
        (at(11), [Span(at(9), at(10))], at(12)),
        (at(11), [Span(at(9), at(14))], at(9, day=1)),  # two hours were left: one today, one tomorrow
        (at(11), [Span(at(9), at(9.5)), Span(at(10), at(10.5))], at(12)),
        (at(11), [Span(at(12), at(14))], at(11)),  # late already
        (at(11), [Span(at(9), at(20, day=4))], at(10, day=7)),
    ],
)
def test_a_stop_leaves_the_hours_that_were_left(due, stops, then):
    assert moved(due, stops, opens) == then


def test_the_share_of_a_promise():
    assert share_used(at(8), at(18), at(16)) == 0.8
    assert share_used(at(8), at(8), at(8)) > 1


minutes = st.integers(0, 20 * 24 * 60).map(lambda number: MONDAY + timedelta(minutes=number))
spans = st.lists(st.tuples(minutes, minutes).map(sorted).map(lambda pair: Span(*pair)), max_size=4).map(
    merged
)


@given(filed=minutes, ended=minutes, stops=spans)
def test_the_agency_never_works_longer_than_the_citizen_waits(filed, ended, stops):
    worked = agency(filed, ended, stops, opens)
    assert timedelta() <= worked <= felt(filed, ended)
    assert worked <= agency(filed, ended, (), opens)


@given(filed=minutes, due=minutes, stops=spans)
def test_a_stop_only_extends_and_gives_back_what_it_took(filed, due, stops):
    later = [Span(max(one.start, filed), one.end) for one in stops if one.end > filed]
    then = moved(due, later, opens)
    assert then >= due
    if due >= filed:
        assert agency(filed, then, later, opens) >= agency(filed, due, (), opens)
