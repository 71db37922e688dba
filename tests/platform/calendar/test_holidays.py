"""The seed of the working calendar: national holidays and cuti bersama."""

from datetime import date

import pytest

from abdi.platform.calendar.holidays import default_calendar, national_holidays
from abdi.rules import RuleInputError, evaluate

# SKB tiga menteri tentang hari libur nasional dan cuti bersama 2026, written out by hand
LIBUR_NASIONAL_2026 = {
    "2026-01-01", "2026-01-16", "2026-02-17", "2026-03-19", "2026-03-21", "2026-03-22", "2026-04-03",
    "2026-04-05", "2026-05-01", "2026-05-14", "2026-05-27", "2026-05-31", "2026-06-01", "2026-06-16",
    "2026-08-17", "2026-08-25", "2026-12-25",
}  # fmt: skip
CUTI_BERSAMA_2026 = {
    "2026-02-16", "2026-03-18", "2026-03-20", "2026-03-23", "2026-03-24", "2026-05-15", "2026-05-28",
    "2026-12-24",
}  # fmt: skip


def test_2026_is_the_decree_of_the_three_ministers() -> None:
    found = national_holidays([2026])
    assert {day.isoformat() for day in found} == LIBUR_NASIONAL_2026 | CUTI_BERSAMA_2026
    cuti_bersama = {day.isoformat() for day, name in found.items() if name.startswith("Cuti Bersama")}
    assert cuti_bersama == CUTI_BERSAMA_2026


def test_names_are_indonesian_and_days_in_order() -> None:
    found = national_holidays([2027, 2026])
    assert found[date(2026, 8, 17)] == "Hari Kemerdekaan Republik Indonesia"
    assert list(found) == sorted(found)


def test_no_year_has_no_holiday() -> None:
    assert national_holidays([]) == {}


def test_the_default_calendar_knows_the_years_asked_for() -> None:
    calendar = default_calendar(range(2025, 2027))
    assert calendar.is_working_day(date(2026, 1, 5))
    assert not calendar.is_working_day(date(2026, 1, 16))
    assert not calendar.is_working_day(date(2026, 1, 17))
    assert calendar is default_calendar([2026, 2025])


@pytest.mark.parametrize("day", [date(2027, 1, 4), date(2024, 12, 30)])
def test_a_year_not_asked_for_is_refused(day: date) -> None:
    with pytest.raises(RuleInputError, match=str(day.year)):
        default_calendar([2025, 2026]).is_working_day(day)


def test_a_year_without_published_holidays_stays_unknown() -> None:
    with pytest.raises(RuleInputError, match="2101"):
        default_calendar([2101]).is_working_day(date(2101, 1, 3))


def test_a_deadline_is_counted_on_the_seeded_calendar() -> None:
    question = {"jenis": "sp4n_verifikasi", "mulai": "2026-03-17", "zona": "WIB"}
    answer = evaluate("tenggat", on=date(2026, 3, 17), input=question, calendar=default_calendar([2026]))
    assert answer.value == "2026-03-27T23:59:59+07:00"
