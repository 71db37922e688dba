"""A log that goes on: what was recorded stays, and the end of a case is told anew."""

from datetime import datetime

import pytest

from abdi.facts.actions import supersede_fact
from abdi.facts.selectors import current
from abdi.organisation.models import Employee
from abdi.platform.accounts.models import system_user
from abdi.platform.tenancy.models import Instansi
from abdi.platform.tenancy.scope import instansi_scope
from tests.integrations.conftest import MAP

ARRIVED = "P1,Terima,2026-01-05T08:00:00+07:00,Rina Misal,Loket 1,Loket"
CHECKED = "P1,Periksa,2026-01-05T09:00:00+07:00,Joko Seumpama,Loket 2,Loket"
FINISHED = "P1,Serah,2026-01-06T08:00:00+07:00,Dewi Umpama,Loket 3,Daring"
HOUR = 60 * 60


@pytest.fixture
def closing(db):
    """The one closing fact in force of a kind, with the name of its officer."""

    def find(kind="service.completed"):
        with instansi_scope(Instansi.objects.get()):
            (fact,) = current(kinds=[kind])
            return fact, Employee.objects.get(pk=fact["employee_id"]).name

    return find


def test_a_later_event_supersedes_the_closing(import_log, log_file, closing):
    assert import_log(log_file(ARRIVED, CHECKED))["closings"] == 2
    fact, officer = closing()
    assert (fact["value"], officer, fact["channel"]) == (HOUR, "Joko Seumpama", "Loket")
    report = import_log(log_file(ARRIVED, CHECKED, FINISHED))
    assert (report["recorded"], report["skipped"], report["closings"]) == (1, 2, 2)
    later, officer = closing()
    assert (later["value"], officer, later["channel"]) == (24 * HOUR, "Dewi Umpama", "Daring")
    assert later["supersedes_id"] == fact["id"]


def test_only_the_new_part_of_a_log_is_enough(import_log, log_file, closing):
    import_log(log_file(ARRIVED, CHECKED))
    import_log(log_file(FINISHED))
    assert closing()[0]["value"] == 24 * HOUR


def test_an_older_part_that_comes_late_moves_the_beginning_only(import_log, log_file, closing):
    import_log(log_file(CHECKED, FINISHED))
    import_log(log_file(ARRIVED))
    fact, officer = closing()
    assert (fact["value"], officer) == (24 * HOUR, "Dewi Umpama")


@pytest.mark.parametrize("again", [[ARRIVED], [ARRIVED, CHECKED], [FINISHED], [FINISHED, CHECKED, ARRIVED]])
def test_what_is_known_changes_nothing(import_log, log_file, closing, again):
    import_log(log_file(ARRIVED, CHECKED, FINISHED))
    before = closing()
    report = import_log(log_file(*again))
    assert (report["recorded"], report["closings"]) == (0, 0)
    assert closing() == before


def test_working_time_and_the_rule_it_came_from(import_log, log_file, closing):
    """Monday 08.00 to Tuesday 08.00: 4 h, the break, 3 h, and half an hour of Tuesday."""
    import_log(log_file(ARRIVED, FINISHED))
    fact, _ = closing("service.completed_working")
    assert (fact["value"], fact["rule_version"]) == (7.5 * HOUR, "jam_kerja@1995-11-27")


def test_a_correction_stands_until_the_log_goes_on(import_log, log_file, closing):
    import_log(log_file(ARRIVED, CHECKED))
    with instansi_scope(Instansi.objects.get()):
        corrected = supersede_fact(
            actor=system_user(), fact_id=closing()[0]["id"], value=1.0, reason="jam mesin salah"
        )
    assert import_log(log_file(ARRIVED, CHECKED))["closings"] == 0
    assert closing()[0]["value"] == 1.0
    import_log(log_file(FINISHED))
    fact, _ = closing()
    assert (fact["value"], fact["supersedes_id"]) == (24 * HOUR, corrected)


def test_identical_rows_are_as_many_facts_as_rows(import_log, log_file):
    path = log_file(ARRIVED, ARRIVED, ARRIVED, CHECKED)
    assert import_log(path)["recorded"] == 4
    assert import_log(path)["skipped"] == 4
    assert import_log(log_file(ARRIVED))["recorded"] == 0


def test_one_case_number_at_two_services_is_two_cases(import_log, log_file, run_import):
    path = log_file(ARRIVED)
    import_log(path)
    other = run_import("eventlog", path, "--instansi", "kab-contoh", "--layanan", "akta", "--map", *MAP)
    assert (other["recorded"], other["closings"]) == (1, 2)


DEADLINES = [
    ("2026-01-06T08:00:00+07:00", 1.0),
    ("2026-01-06T07:59:59+07:00", 0.0),
    ("2026-01-06", 1.0),
    ("2026-01-05", 0.0),
    ("06/01/2026", 1.0),
]


@pytest.mark.parametrize(("deadline", "on_time"), DEADLINES)
def test_a_deadline_without_a_time_is_the_end_of_its_day(import_log, log_file, closing, deadline, on_time):
    path = log_file(
        f"{ARRIVED},{deadline}",
        f"{FINISHED},{deadline}",
        header="perkara,langkah,waktu,petugas,loket,kanal,tenggat",
    )
    import_log(path, "--zona", "WIB", mapping=[*MAP, "deadline=tenggat"])
    assert closing("service.on_time")[0]["value"] == on_time


ENDS = "perkara,langkah,waktu,petugas,loket,kanal,tenggat,selesai"
LATER = "P9,Terima,2026-02-01T08:00:00+07:00,Rina Misal,Loket 1,Loket,,"


@pytest.fixture
def import_ends(import_log, log_file):
    """Leads in a log that tells the deadline and the end of each case."""

    def run(*lines):
        path = log_file(*lines, header=ENDS)
        return import_log(path, "--zona", "WIB", mapping=[*MAP, "deadline=tenggat", "end=selesai"])

    return run


def told(*kinds):
    """(kind, case, value) of the facts in force of these kinds."""
    with instansi_scope(Instansi.objects.get()):
        facts = current(kinds=[f"service.{kind}" for kind in kinds])
        return [(fact["kind"].removeprefix("service."), fact["case_key"], fact["value"]) for fact in facts]


def test_a_case_without_an_end_is_not_finished_where_the_log_tells_ends(import_ends):
    import_ends(f"{ARRIVED},2026-01-07,", f"{CHECKED.replace('P1', 'P2')},2026-01-07,2026-01-08T08:00:00")
    assert told("completed", "on_time") == [("completed", "P2", 0.0), ("on_time", "P2", 0.0)]


def test_an_open_case_is_late_once_its_deadline_has_passed(import_ends, closing):
    """Late when the deadline passed, not when somebody last touched it; the same log again adds nothing."""
    lines = f"{ARRIVED},2026-01-07,", f"{CHECKED},2026-01-07,", LATER
    assert import_ends(*lines)["closings"] == 1
    late, officer = closing("service.on_time")
    assert (late["value"], late["case_key"], officer) == (0.0, "P1", "Joko Seumpama")
    assert late["occurred_at"] == datetime.fromisoformat("2026-01-07T23:59:59.999999+07:00")
    assert told("completed", "completed_working") == []
    assert import_ends(*lines)["closings"] == 0


def test_the_last_moment_of_the_log_is_not_after_a_deadline_at_that_moment(import_ends):
    assert import_ends(f"{ARRIVED},2026-02-01T08:00:00,", LATER)["closings"] == 0


def test_what_ends_after_all_supersedes_its_being_late(import_ends, closing):
    import_ends(f"{ARRIVED},2026-01-07,", LATER)
    late, _ = closing("service.on_time")
    assert import_ends(f"{FINISHED},2026-01-07,2026-02-02T08:00:00")["closings"] == 3
    ended, officer = closing("service.on_time")
    assert (ended["supersedes_id"], ended["value"], officer) == (late["id"], 0.0, "Dewi Umpama")
    assert closing()[0]["value"] == 24 * HOUR


def test_a_late_case_that_turns_out_to_have_ended_in_time_was_in_time(import_ends, closing):
    import_ends(f"{ARRIVED},2026-01-07,", LATER)
    import_ends(f"{FINISHED},2026-01-07,2026-01-06T08:00:00")
    assert closing("service.on_time")[0]["value"] == 1.0


def test_a_case_that_was_open_began_with_its_first_event_of_any_log(import_ends, closing):
    """Open and in time it has no closing; the next log brings only its last event."""
    assert import_ends(f"{ARRIVED},2026-01-07,")["closings"] == 0
    import_ends(f"{FINISHED},2026-01-07,2026-01-06T08:00:00")
    assert closing()[0]["value"] == 24 * HOUR
    assert told("on_time") == [("on_time", "P1", 1.0)]


def test_events_without_officer_or_unit_belong_to_the_service(import_log, log_file):
    import_log(log_file("P1,Terima,2026-01-05T08:00:00+07:00,,,"))
    with instansi_scope(Instansi.objects.get()):
        (fact,) = current(kinds=["service.activity"])
        assert fact["employee_id"] is None
        assert fact["occurred_at"] == datetime.fromisoformat("2026-01-05T08:00:00+07:00")
        assert not Employee.objects.exists()
