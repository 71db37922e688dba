"""A clock that stands still: what is promised stays promised, to the minute."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from abdi.platform.outages.spans import ONE_DAY, Span, merged, midnight, moved_day, moved_moment

JAKARTA = ZoneInfo("Asia/Jakarta")
START = datetime(2026, 1, 1, tzinfo=UTC)
minutes = st.integers(0, 60 * 24 * 60)


def at(minute):
    return START + timedelta(minutes=minute)


@st.composite
def outages(draw):
    pairs = draw(st.lists(st.tuples(minutes, st.integers(1, 1500)), max_size=6))
    return [Span(at(start), at(start + length)) for start, length in pairs]


def down(spans, since, until):
    """Minute by minute, each counted once, without the code under test."""
    total = int((until - since) / timedelta(minutes=1))
    return sum(
        any(span.start <= since + timedelta(minutes=m) < span.end for span in spans) for m in range(total)
    )


@given(outages(), st.integers(0, 2000), st.integers(0, 2000))
def test_the_running_time_promised_is_the_running_time_given(spans, since, promised):
    due = moved_moment(at(since + promised), at(since), merged(spans))
    assert (due - at(since)) / timedelta(minutes=1) - down(spans, at(since), due) == promised


@given(outages(), minutes, minutes)
def test_the_order_in_which_outages_were_noted_says_nothing(spans, since, promised):
    due = at(since + promised)
    told = {moved_moment(due, at(since), merged(order)) for order in (spans, spans[::-1], spans + spans)}
    assert len(told) == 1
    assert told.pop() >= due


@given(outages(), st.integers(0, 59), st.integers(0, 40))
def test_the_last_day_is_a_day_on_which_the_service_ran(spans, since, promised):
    first = (START + since * ONE_DAY).date()
    due = first + promised * ONE_DAY
    day = moved_day(due, first, merged(spans), JAKARTA)
    assert day >= due
    assert not any(span.touches(day, JAKARTA) for span in spans)
    window = midnight(first, JAKARTA), midnight(day + ONE_DAY, JAKARTA)
    lost = sum((span.within(*window) for span in merged(spans)), timedelta())
    assert (
        window[1] - window[0] - lost >= (promised + 1) * ONE_DAY - ONE_DAY
    )  # less than a day is rounded off


def local(day, hour, minute=0):
    return datetime(2026, 1, day, hour, minute, tzinfo=JAKARTA)


@pytest.mark.parametrize(
    ("spans", "last_day"),
    [
        ([], date(2026, 1, 31)),
        ([Span(local(10, 9), local(10, 11))], date(2026, 1, 31)),
        ([Span(local(31, 9), local(31, 9, 5))], date(2026, 2, 1)),
        ([Span(local(30, 8), local(31, 12))], date(2026, 2, 1)),
        ([Span(local(30, 0), local(31, 0))], date(2026, 2, 1)),
        ([Span(local(10, 0), local(13, 0))], date(2026, 2, 3)),
        ([Span(local(10, 0), local(12, 0)), Span(local(11, 0), local(13, 0))], date(2026, 2, 3)),
        (
            [Span(local(31, 8), local(31, 9)), Span(local(31, 20), local(31, 20) + timedelta(days=1))],
            date(2026, 2, 2),
        ),
    ],
)
def test_a_calendar_day_moves_by_whole_days(spans, last_day):
    assert moved_day(date(2026, 1, 31), date(2026, 1, 1), merged(spans), JAKARTA) == last_day
