"""Every deadline, whatever its kind: later starts never fall due earlier, and nothing is due before it begins."""

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from abdi.rules import Calendar, list_parameters
from abdi.rules import evaluate as evaluate_rule
from abdi.rules.formulas.tenggat import UNITS, list_tenggat
from abdi.rules.parameters import catalogue

ON = date(2026, 1, 31)
YEARS = frozenset(range(2025, 2030))
DAY = timedelta(days=1)

moments = st.builds(datetime.combine, st.dates(date(2025, 1, 1), date(2027, 12, 31)), st.times())
calendars = st.builds(
    Calendar,
    st.frozensets(st.dates(date(2025, 1, 1), date(2029, 12, 31)), max_size=80),
    st.dictionaries(st.integers(0, 6), st.just([(time(8), time(16))]), min_size=1),
    st.just(YEARS),
)
kinds = st.sampled_from(list_tenggat())
working_day_kinds = st.sampled_from(
    [k for k in list_tenggat() if catalogue()[f"tenggat/{k}"].unit == "hari_kerja"]
)
zones = st.sampled_from(["WIB", "WITA", "WIT"])


def ask(kind: str, start: datetime, calendar: Calendar | None, zone: str = "WIB") -> dict[str, Any]:
    question = {"jenis": kind, "mulai": start.isoformat(), "zona": zone}
    return evaluate_rule("tenggat", on=ON, input=question, calendar=calendar).as_dict()


def due(kind: str, start: datetime, calendar: Calendar | None, zone: str = "WIB") -> datetime:
    return datetime.fromisoformat(ask(kind, start, calendar, zone)["value"]).replace(tzinfo=None)


@given(kinds, moments, moments, calendars)
def test_a_later_start_is_never_due_earlier(
    kind: str, one: datetime, other: datetime, calendar: Calendar
) -> None:
    earlier, later = sorted((one, other))
    assert due(kind, earlier, calendar) <= due(kind, later, calendar)


@given(kinds, moments, calendars, zones)
def test_nothing_is_due_before_it_begins(kind: str, start: datetime, calendar: Calendar, zone: str) -> None:
    assert due(kind, start, calendar, zone) >= start.replace(microsecond=0)


@given(working_day_kinds, moments, calendars)
def test_working_days_end_on_a_working_day_and_count_right(
    kind: str, start: datetime, calendar: Calendar
) -> None:
    answer = ask(kind, start, calendar)
    end = datetime.fromisoformat(answer["value"])
    assert end.time() == time(23, 59, 59)
    assert calendar.week is not None
    span = [start.date() + n * DAY for n in range(1, (end.date() - start.date()).days + 1)]
    open_days = [day for day in span if day.weekday() in calendar.week]
    worked = [day for day in open_days if day not in calendar.holidays]
    assert len(worked) == answer["lama"]
    assert worked[-1] == end.date()
    assert answer["hari_libur_dilewati"] == [d.isoformat() for d in open_days if d in calendar.holidays]


@given(working_day_kinds, moments, calendars, st.dates(date(2025, 1, 1), date(2027, 12, 31)))
def test_another_holiday_never_brings_a_deadline_forward(
    kind: str, start: datetime, calendar: Calendar, day: date
) -> None:
    more = Calendar(calendar.holidays | {day}, calendar.week, YEARS)
    assert due(kind, start, more) >= due(kind, start, calendar)


@pytest.mark.parametrize("kind", list_tenggat())
def test_every_kind_can_be_asked_and_tells_its_article(kind: str) -> None:
    answer = ask(kind, datetime.fromisoformat("2026-01-02T09:00:00"), Calendar(frozenset(), years=YEARS))
    assert answer["keterangan"]
    assert answer["lama"] == answer["parameters"][f"tenggat/{kind}"]["value"]
    assert answer["parameters"][f"tenggat/{kind}"]["reference"]["title"]
    assert (answer["akibat"] is None) == (f"tenggat/akibat/{kind}" not in catalogue())


def test_every_kind_has_a_known_unit_and_every_consequence_a_kind() -> None:
    assert {catalogue()[f"tenggat/{kind}"].unit for kind in list_tenggat()} == UNITS.keys()
    consequences = {p.path.removeprefix("tenggat/akibat/") for p in list_parameters() if "/akibat/" in p.path}
    assert consequences <= set(list_tenggat())


def test_an_instansi_can_shorten_its_own_duty_but_never_lengthen_it() -> None:
    for kind in list_tenggat():
        parameter = catalogue()[f"tenggat/{kind}"]
        newest = parameter.values[-1]
        if parameter.settable_by and newest.confidence == "primer":
            assert parameter.bounds["max"] == newest.value


def test_days_and_moments_of_python_are_understood() -> None:
    for start in (date(2026, 2, 2), datetime.fromisoformat("2026-02-02T10:00:00+07:00")):
        question: dict[str, object] = {"jenis": "skp_keberatan", "mulai": start, "zona": "WIB"}
        assert evaluate_rule("tenggat", on=ON, input=question).value == "2026-02-16T23:59:59+07:00"
