"""Working time against a count of single minutes, which knows nothing of the closed form."""

from datetime import date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from abdi.rules import Calendar, RuleInputError, evaluate, working_seconds

FIRST, LAST = date(2025, 1, 1), date(2027, 12, 31)
YEARS = frozenset({2025, 2026, 2027})
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
JAKARTA = ZoneInfo("Asia/Jakarta")

days = st.dates(FIRST, LAST)
moments = st.builds(datetime.combine, days, st.times()).map(lambda moment: moment.replace(microsecond=0))
minutes_of_day = st.integers(0, 24 * 60 - 1)


def as_time(minute: int) -> time:
    return time(minute // 60, minute % 60)


def as_hours(minutes: set[int]) -> list[tuple[time, time]]:
    ordered = [as_time(minute) for minute in sorted(minutes)]
    return list(zip(ordered[0::2], ordered[1::2], strict=False))


opening_hours = st.sets(minutes_of_day, min_size=2, max_size=6).map(as_hours)
weeks = st.dictionaries(st.integers(0, 6), opening_hours, min_size=1)
calendars = st.builds(Calendar, st.frozensets(days, max_size=60), weeks, st.just(YEARS))


def counted(start: datetime, end: datetime, calendar: Calendar) -> int:
    """The oracle: ask of every single minute whether the office was open."""
    assert calendar.week is not None
    found, minute = 0, start
    while minute < end:
        hours = calendar.week.get(minute.weekday(), ())
        if minute.date() not in calendar.holidays:
            found += any(opens <= minute.time() < closes for opens, closes in hours)
        minute += MINUTE
    return found * 60


@settings(deadline=None, max_examples=60)
@given(calendars, moments, st.integers(0, 12 * 24 * 60))
def test_equals_a_count_of_every_minute(calendar: Calendar, start: datetime, minutes: int) -> None:
    start = min(start, datetime.fromisoformat("2027-12-15")).replace(second=0)
    end = start + minutes * MINUTE
    assert working_seconds(start, end, calendar, JAKARTA) == counted(start, end, calendar)


@given(calendars, st.lists(moments, min_size=3, max_size=6))
def test_parts_of_a_span_add_up(calendar: Calendar, unordered: list[datetime]) -> None:
    stops = sorted(unordered)
    parts = [working_seconds(a, b, calendar, JAKARTA) for a, b in pairwise(stops)]
    assert sum(parts) == working_seconds(stops[0], stops[-1], calendar, JAKARTA)
    assert all(part >= 0 for part in parts)


@given(calendars, days)
def test_a_holiday_holds_no_working_time(calendar: Calendar, day: date) -> None:
    closed = Calendar(calendar.holidays | {day}, calendar.week, YEARS)
    midnight = datetime.combine(day, time.min)
    assert working_seconds(midnight, midnight + DAY - MINUTE, closed, JAKARTA) == 0
    assert not closed.is_working_day(day)


@given(calendars, moments, moments)
def test_a_day_off_never_adds_working_time(calendar: Calendar, one: datetime, other: datetime) -> None:
    start, end = sorted((one, other))
    fewer_holidays = Calendar(frozenset(), calendar.week, YEARS)
    assert working_seconds(start, end, calendar, JAKARTA) <= working_seconds(
        start, end, fewer_holidays, JAKARTA
    )


@given(calendars, moments, moments)
def test_the_rule_and_the_function_agree(calendar: Calendar, one: datetime, other: datetime) -> None:
    start, end = sorted((one, other))
    question = {"mulai": start.isoformat(), "selesai": end.isoformat()}
    answer = evaluate("jam_kerja", on=date(2026, 1, 31), input=question, calendar=calendar)
    seconds = working_seconds(start, end, calendar, JAKARTA)
    assert (answer.value, answer.details["detik"]) == (seconds // 60, seconds)


@given(moments, st.sampled_from(["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"]))
def test_the_same_moment_in_another_zone_is_the_same_working_time(start: datetime, name: str) -> None:
    calendar = Calendar(frozenset(), years=YEARS)
    start = start.replace(year=2026, day=min(start.day, 28), tzinfo=JAKARTA)
    end = start + 40 * DAY
    elsewhere = (start.astimezone(ZoneInfo(name)), end.astimezone(ZoneInfo(name)))
    assert working_seconds(*elsewhere, calendar, JAKARTA) == working_seconds(start, end, calendar, JAKARTA)


def test_a_clock_set_back_gives_no_negative_time() -> None:
    calendar = Calendar(frozenset(), {6: [(time(0), time(0))]}, frozenset({2025}))
    amsterdam = ZoneInfo("Europe/Amsterdam")
    before = datetime.fromisoformat("2025-10-26T02:50:00+02:00")
    after = datetime.fromisoformat("2025-10-26T02:10:00+01:00")
    assert working_seconds(before, after, calendar, amsterdam) == 0


def test_an_office_that_never_closes_works_whole_days() -> None:
    calendar = Calendar(frozenset(), {day: [(time(0), time(0))] for day in range(7)}, YEARS)
    start = datetime.fromisoformat("2025-03-01T10:00:00")
    assert working_seconds(start, start + 90 * DAY, calendar, JAKARTA) == 90 * 24 * 60 * 60


def test_without_hours_of_its_own_a_calendar_keeps_the_national_week() -> None:
    calendar = Calendar(frozenset(), years=YEARS)
    monday = datetime.fromisoformat("2026-01-05T00:00:00")
    assert working_seconds(monday, monday + 7 * DAY, calendar, JAKARTA) == 37.5 * 60 * 60
    assert [calendar.is_working_day((monday + n * DAY).date()) for n in range(7)] == [True] * 5 + [False] * 2


@pytest.mark.parametrize(
    "week",
    [
        {},
        {0: [(time(12), time(8))]},
        {0: [(time(8), time(8))]},
        {0: [(time(8), time(12)), (time(11), time(15))]},
    ],
)
def test_an_impossible_week_is_refused_at_once(week: dict[int, list[tuple[time, time]]]) -> None:
    with pytest.raises(RuleInputError):
        Calendar(frozenset(), week)
