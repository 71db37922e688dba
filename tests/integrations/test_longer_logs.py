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


def test_a_case_without_an_end_is_not_judged_where_the_log_tells_ends(import_log, log_file):
    header = "perkara,langkah,waktu,petugas,loket,kanal,tenggat,selesai"
    path = log_file(
        f"{ARRIVED},2026-01-07,",
        f"{ARRIVED.replace('P1', 'P2')},2026-01-07,2026-01-08T08:00:00",
        header=header,
    )
    import_log(path, "--zona", "WIB", mapping=[*MAP, "deadline=tenggat", "end=selesai"])
    with instansi_scope(Instansi.objects.get()):
        assert [(fact["case_key"], fact["value"]) for fact in current(kinds=["service.on_time"])] == [
            ("P2", 0.0)
        ]


def test_events_without_officer_or_unit_belong_to_the_service(import_log, log_file):
    import_log(log_file("P1,Terima,2026-01-05T08:00:00+07:00,,,"))
    with instansi_scope(Instansi.objects.get()):
        (fact,) = current(kinds=["service.activity"])
        assert fact["employee_id"] is None
        assert fact["occurred_at"] == datetime.fromisoformat("2026-01-05T08:00:00+07:00")
        assert not Employee.objects.exists()
