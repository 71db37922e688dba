"""A clock that stands still: a deadline has the days that were promised, and no day twice."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from abdi.platform.outages.spans import Span, every_day, merged, moved_by_stops, moved_day

JAKARTA = ZoneInfo("Asia/Jakarta")
ONE_DAY = timedelta(days=1)
IN_A_DAY = 24 * 60  # minutes
FIRST = date(2026, 1, 1)
START = datetime(2026, 1, 1, tzinfo=JAKARTA)
outages = st.lists(st.tuples(st.integers(0, 60 * IN_A_DAY), st.integers(1, 3000)), max_size=6)


def monday_to_friday(day):
    return day.weekday() < 5


def spans_of(pairs):
    at = [(START + timedelta(minutes=start), timedelta(minutes=length)) for start, length in pairs]
    return merged([Span(start.astimezone(UTC), start.astimezone(UTC) + length) for start, length in at])


@given(outages, st.integers(0, 59), st.integers(0, 40), st.sampled_from([every_day, monday_to_friday]))
def test_the_first_day_by_which_all_promised_days_were_given(pairs, since, promised, counts):
    """Minute by minute and day by day, without the code under test."""
    down = {minute for start, length in pairs for minute in range(start, start + length)}
    lost = [len(down & set(range(at * IN_A_DAY, (at + 1) * IN_A_DAY))) for at in range(140)]
    counted = [counts(FIRST + at * ONE_DAY) for at in range(140)]
    due = since + promised

    def is_enough(last):
        lost_days = sum(lost[at] for at in range(since, last + 1) if counted[at]) // IN_A_DAY
        return not lost[last] and sum(counted[due + 1 : last + 1]) >= lost_days

    expected = next(at for at in range(due, 140) if (at == due or counted[at]) and is_enough(at))
    given = moved_day(FIRST + due * ONE_DAY, FIRST + since * ONE_DAY, spans_of(pairs), JAKARTA, counts)
    assert given == FIRST + expected * ONE_DAY


@given(outages)
def test_the_order_in_which_outages_were_noted_says_nothing(pairs):
    assert spans_of(pairs) == spans_of(pairs[::-1]) == spans_of(pairs + pairs)


def local(day, hour, minute=0):
    return datetime(2026, 1, day, hour, minute, tzinfo=JAKARTA)


def day(first, last=None):
    """Down for whole days, both included."""
    return Span(local(first, 0), local(last or first, 0) + ONE_DAY)


@pytest.mark.parametrize(
    ("spans", "last_day"),
    [
        ([], date(2026, 1, 31)),
        ([Span(local(10, 9), local(10, 11))], date(2026, 1, 31)),
        ([Span(local(31, 9), local(31, 9, 5))], date(2026, 2, 1)),
        ([Span(local(30, 8), local(31, 12))], date(2026, 2, 1)),
        ([day(30)], date(2026, 2, 1)),
        ([day(10, 12)], date(2026, 2, 3)),
        ([day(10, 11), day(11, 12)], date(2026, 2, 3)),
        (
            [Span(local(31, 8), local(31, 9)), Span(local(31, 20), local(31, 20) + ONE_DAY)],
            date(2026, 2, 2),
        ),
    ],
)
def test_a_calendar_day_moves_by_whole_days(spans, last_day):
    assert moved_day(date(2026, 1, 31), date(2026, 1, 1), merged(spans), JAKARTA) == last_day


MON, TUE, FRI, SAT, SUN, NEXT_MON, NEXT_TUE = 5, 6, 9, 10, 11, 12, 13


@pytest.mark.parametrize(
    ("spans", "in_calendar_days", "in_working_days"),
    [
        # a deadline of Monday to Friday
        ([day(3, 4)], FRI, FRI),  # over before its first day
        ([day(4, MON)], SAT, NEXT_MON),  # of two days lost one was its own
        ([Span(local(MON, 0), local(MON, 12)), Span(local(TUE, 12), local(TUE + 1, 0))], SAT, NEXT_MON),
        ([day(SAT, SUN)], FRI, FRI),  # after its last day
        ([Span(local(FRI, 16), local(SAT, 12))], SUN, NEXT_MON),
        ([day(FRI), day(SUN)], SAT, NEXT_MON),
        ([day(TUE), day(SAT, SUN)], NEXT_MON, NEXT_MON),  # the weekend was passed over already
        ([Span(local(FRI, 16), local(NEXT_MON, 8))], NEXT_TUE, NEXT_TUE),
    ],
)
def test_only_days_of_the_deadline_itself_are_lost(spans, in_calendar_days, in_working_days):
    last, first = date(2026, 1, FRI), date(2026, 1, MON)
    assert moved_day(last, first, merged(spans), JAKARTA).day == in_calendar_days
    assert moved_day(last, first, merged(spans), JAKARTA, monday_to_friday).day == in_working_days


def test_a_weekend_within_is_not_lost_to_a_deadline_of_working_days():
    thursday, monday = date(2026, 1, 8), date(2026, 1, NEXT_MON)
    assert moved_day(monday, thursday, [day(SAT, SUN)], JAKARTA, monday_to_friday) == monday
    assert moved_day(monday, thursday, [day(SAT, SUN)], JAKARTA) == date(2026, 1, 14)


@pytest.mark.parametrize(
    ("due", "stop", "working", "calendar"),
    [
        (18, (16, 16), 18, 18),  # back on the same day
        (18, (16, 17), 19, 19),
        (20, (19, 23), 24, 24),  # Friday and Monday; all four by the calendar
        (18, (19, 25), 18, 18),  # late already
    ],
)
def test_a_stop_moves_days_by_the_days_it_took(due, stop, working, calendar):
    days = [tuple(date(2026, 11, one) for one in stop)]
    assert moved_by_stops(date(2026, 11, due), days, monday_to_friday) == date(2026, 11, working)
    assert moved_by_stops(date(2026, 11, due), days, every_day) == date(2026, 11, calendar)
