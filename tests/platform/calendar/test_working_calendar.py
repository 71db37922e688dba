"""The national calendar with one instansi's edits."""

from datetime import date, datetime, time

import pytest

from abdi.platform.audit.models import AuditEntry
from abdi.platform.calendar.actions import clear_day, set_day, set_schedule
from abdi.platform.calendar.models import CalendarDay
from abdi.platform.calendar.permissions import can_edit_calendar
from abdi.platform.calendar.policies import can_day_change
from abdi.platform.calendar.selectors import working_calendar
from abdi.platform.errors import InputRefused, PermissionRefused, PolicyRefused
from abdi.platform.tenancy.scope import instansi_scope
from abdi.rules import RuleInputError

INDEPENDENCE_DAY = date(2026, 8, 17)  # a Monday
TUESDAY = date(2026, 8, 18)


def test_starts_from_the_national_calendar(instansi):
    calendar = working_calendar([2026])
    assert not calendar.is_working_day(INDEPENDENCE_DAY)
    assert calendar.is_working_day(TUESDAY)
    assert not calendar.is_working_day(date(2026, 8, 22))


@pytest.mark.parametrize("kind", ["libur", "cuti_bersama"])
def test_a_local_day_off(instansi, system, kind):
    set_day(actor=system, day=TUESDAY, kind=kind, name="Hari jadi Contoh")
    assert not working_calendar([2026]).is_working_day(TUESDAY)


def test_a_national_day_off_that_is_worked_here(instansi, system):
    set_day(actor=system, day=INDEPENDENCE_DAY, kind="hari_kerja", name="Layanan tetap buka")
    assert working_calendar([2026]).is_working_day(INDEPENDENCE_DAY)


def test_edits_show_at_once_and_can_be_taken_back(instansi, system):
    assert working_calendar([2026]).is_working_day(TUESDAY)
    set_day(actor=system, day=TUESDAY, kind="libur", name="Hari jadi")
    assert not working_calendar([2026]).is_working_day(TUESDAY)
    clear_day(actor=system, day=TUESDAY)
    assert working_calendar([2026]).is_working_day(TUESDAY)


def test_a_second_edit_of_a_day_changes_the_first(instansi, system):
    set_day(actor=system, day=TUESDAY, kind="libur", name="Hari jadi")
    set_day(actor=system, day=TUESDAY, kind="cuti_bersama", name="Cuti")
    assert [(row.kind, row.name) for row in CalendarDay.objects.all()] == [("cuti_bersama", "Cuti")]


def test_is_read_once_a_scope(instansi, django_assert_num_queries):
    with django_assert_num_queries(2):
        for _ in range(3):
            working_calendar([2026])


def test_is_never_that_of_another_instansi(instansi, neighbour, system):
    set_day(actor=system, day=TUESDAY, kind="libur", name="Hari jadi")
    assert not working_calendar([2026]).is_working_day(TUESDAY)
    with instansi_scope(neighbour):
        assert working_calendar([2026]).is_working_day(TUESDAY)


def test_a_change_elsewhere_is_seen_by_the_next_request(instansi):
    working_calendar([2026])
    CalendarDay.objects.create(day=TUESDAY, kind="libur", name="Hari jadi")
    with instansi_scope(instansi):
        assert not working_calendar([2026]).is_working_day(TUESDAY)


def test_hours_are_those_in_force_on_the_day(instansi, system):
    morning, evening = datetime.combine(TUESDAY, time(7)), datetime.combine(TUESDAY, time(20))
    set_schedule(actor=system, valid_from=date(2026, 1, 1), hours={"selasa": [["08:00", "12:00"]]})
    set_schedule(actor=system, valid_from=date(2026, 8, 1), hours={"selasa": [["08:00", "11:00"]]})
    july, august = date(2026, 7, 31), date(2026, 8, 1)
    assert working_calendar([2026], on=july).working_seconds(morning, evening) == 4 * 3600
    assert working_calendar([2026], on=august).working_seconds(morning, evening) == 3 * 3600
    national = working_calendar([2026], on=date(2025, 12, 31)).working_seconds(morning, evening)
    assert national == 7.5 * 3600


@pytest.mark.parametrize(
    "hours",
    [
        {"selasa": [["12:00", "08:00"]]},
        {"selasa": [["08:00", "12:00"], ["11:00", "15:00"]]},
        {"tuesday": [["08:00", "12:00"]]},
        {"selasa": "pagi"},
        {},
    ],
)
def test_hours_that_cannot_be_are_refused(instansi, system, hours):
    with pytest.raises(InputRefused):
        set_schedule(actor=system, valid_from=date(2026, 1, 1), hours=hours)


def test_an_unknown_kind_and_a_missing_name_are_refused(instansi, system):
    with pytest.raises(InputRefused):
        set_day(actor=system, day=TUESDAY, kind="piknik", name="Piknik")
    with pytest.raises(InputRefused):
        set_day(actor=system, day=TUESDAY, kind="libur", name="  ")


def test_a_working_day_needs_no_permission_to_be_one(instansi, system):
    with pytest.raises(PolicyRefused, match="18-08-2026"):
        set_day(actor=system, day=TUESDAY, kind="hari_kerja", name="Biasa")
    assert can_day_change(INDEPENDENCE_DAY, "hari_kerja")
    assert not can_day_change(TUESDAY, "hari_kerja")
    with pytest.raises(PolicyRefused):
        clear_day(actor=system, day=TUESDAY)


def test_a_year_nobody_has_published_stays_unknown(instansi):
    with pytest.raises(RuleInputError, match="1900"):
        working_calendar([1900]).is_working_day(date(1900, 1, 2))


def test_only_who_may(instansi, person, operator):
    assert can_edit_calendar(operator)
    assert not can_edit_calendar(person)
    with pytest.raises(PermissionRefused):
        set_day(actor=person, day=TUESDAY, kind="libur", name="Hari jadi")


def test_a_floor_above_brings_its_own_check(instansi, person):
    set_day(actor=person, day=TUESDAY, kind="libur", name="Hari jadi", permit=lambda user: None)
    assert AuditEntry.objects.get().tag == "calendar:day:set"
    assert AuditEntry.objects.get().actor == person
