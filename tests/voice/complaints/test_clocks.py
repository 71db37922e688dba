"""The days of the agency's clock: what a pause may do, and what nothing can do to the citizen's."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from abdi.platform.outages.spans import moved_by_stops
from abdi.rules.kalender import Calendar
from abdi.voice.complaints.clocks import capped, days_lost, days_used

FIRST = date(2026, 9, 7)
counts = Calendar(frozenset({date(2026, 9, 17)})).is_working_day


@st.composite
def pauses(draw):
    """In order, one after another, as states are."""
    ends = sorted(draw(st.lists(st.integers(0, 60), min_size=0, max_size=10)))
    days = [FIRST + timedelta(days=number) for number in ends]
    return list(zip(days[::2], days[1::2], strict=False))


@given(pauses(), st.integers(0, 15), st.integers(0, 30))
def test_a_pause_over_the_cap_wins_no_day_more(found, cap, length):
    due = FIRST + timedelta(days=length)
    kept = capped(found, cap, counts)
    later = moved_by_stops(due, kept, counts)
    assert days_lost(kept, counts) <= cap
    assert later >= due
    won = days_used(due, later, (), counts)
    assert won <= cap
    assert moved_by_stops(due, capped(found, cap + 1, counts), counts) >= later


@given(pauses(), st.integers(0, 15))
def test_each_working_day_is_used_or_lost(found, cap):
    kept, until = capped(found, cap, counts), FIRST + timedelta(days=60)
    every = days_used(FIRST, until, (), counts)
    assert days_used(FIRST, until, kept, counts) == every - days_lost(kept, counts)


@given(pauses(), st.integers(0, 60))
def test_the_clock_never_runs_back(found, at):
    until = FIRST + timedelta(days=at)
    stops = capped(found, 10, counts)
    used = [days_used(FIRST, until + timedelta(days=more), stops, counts) for more in (0, 1)]
    assert 0 <= used[0] <= used[1] <= used[0] + 1


@pytest.mark.parametrize(
    ("found", "cap", "kept"),
    [
        ([(date(2026, 9, 7), date(2026, 9, 11))], 10, 4),
        ([(date(2026, 9, 7), date(2026, 9, 30))], 10, 10),
        ([(date(2026, 9, 11), date(2026, 9, 14))], 10, 1),  # over a weekend
        ([(date(2026, 9, 7), date(2026, 9, 7))], 10, 0),
        ([(date(2026, 9, 16), date(2026, 9, 18))], 1, 1),  # the holiday costs nothing
    ],
)
def test_days_of_a_pause(found, cap, kept):
    assert days_lost(capped(found, cap, counts), counts) == kept
