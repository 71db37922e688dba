"""The real log of a municipality's permit desk. The oracle is plain `csv` and `statistics`."""

import csv
import statistics
from collections import Counter
from datetime import datetime

import pytest

from abdi.facts.selectors import current
from abdi.organisation.models import Employee, Layanan, Unit
from abdi.platform.audit.models import AuditEntry
from abdi.platform.tenancy.models import Instansi
from abdi.platform.tenancy.scope import instansi_scope
from tests.data import shared
from tests.integrations.files import write_xes_gz

MAP = [
    "case=case:concept:name",
    "activity=concept:name",
    "time=time:timestamp",
    "officer=org:resource",
    "unit=org:group",
    "channel=case:channel",
    "deadline=case:deadline",
]
DAY = 24 * 60 * 60


@pytest.fixture(scope="module")
def rows():
    with shared("permits/receipt.csv").open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def cases(rows):
    found: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        found.setdefault(row["case:concept:name"], []).append(row)
    return found


def moments(events):
    return sorted(datetime.fromisoformat(event["time:timestamp"]) for event in events)


def durations(cases):
    return [(moments(events)[-1] - moments(events)[0]).total_seconds() / DAY for events in cases.values()]


def values(kind):
    with instansi_scope(Instansi.objects.get(code="kab-contoh")):
        return [fact["value"] for fact in current(kinds=[kind], limit=20_000)]


def late(cases, ended, due):
    judged = [
        (events[0][due], ended(events)) for events in cases.values() if events[0][due] and ended(events)
    ]
    return sum(datetime.fromisoformat(end) > datetime.fromisoformat(limit) for limit, end in judged), len(
        judged
    )


def open_and_late(cases, due):
    """Cases without an end whose deadline lies before the last event of the whole log."""
    until = max(moments(events)[-1] for events in cases.values())
    waiting = [
        events[0][due] for events in cases.values() if events[0][due] and not events[0]["case:enddate"]
    ]
    return sum(datetime.fromisoformat(limit) < until for limit in waiting)


def last_event(events):
    return max(events, key=lambda event: datetime.fromisoformat(event["time:timestamp"]))["time:timestamp"]


def check_figures(cases):
    taken, expected = sorted(value / DAY for value in values("service.completed")), sorted(durations(cases))
    assert taken == pytest.approx(expected, abs=1e-9)
    assert statistics.fmean(taken) == pytest.approx(5.408, abs=5e-4)
    assert statistics.median(taken) == pytest.approx(0.033, abs=5e-4)
    assert statistics.quantiles(taken, n=10, method="inclusive")[8] == pytest.approx(14.1, abs=0.05)


def test_csv_gives_the_published_figures(import_log, cases, rows):
    report = import_log(shared("permits/receipt.csv"), mapping=MAP)
    assert report["events"] == report["recorded"] == 8577 == len(rows)
    assert (report["cases"], report["officers"]) == (1434, 48)
    assert (report["skipped"], report["rejected"], report["rejected_count"]) == (0, [], 0)
    check_figures(cases)
    missed, judged = late(cases, last_event, "case:deadline")
    on_time = values("service.on_time")
    assert (len(on_time) - sum(on_time), len(on_time)) == (missed, judged)


@pytest.mark.parametrize(("due", "published"), [("case:deadline", 377), ("case:enddate_planned", 389)])
def test_where_the_log_tells_the_end_of_a_case_that_is_held_against_its_deadline(
    import_log, cases, due, published
):
    import_log(shared("permits/receipt.csv"), mapping=[*MAP[:-1], f"deadline={due}", "end=case:enddate"])
    missed, judged = late(cases, lambda events: events[0]["case:enddate"], due)
    overdue = open_and_late(cases, due)
    on_time = values("service.on_time")
    assert missed == published
    assert (len(on_time) - sum(on_time), len(on_time)) == (missed + overdue, judged + overdue)
    finished = [events for events in cases.values() if events[0]["case:enddate"]]
    assert len(values("service.completed")) == len(finished) < len(cases)


def test_the_same_log_as_gzipped_xes_is_the_same_log(import_log, cases, rows, tmp_path):
    """The name says CSV on purpose: only the content is asked."""
    packed = write_xes_gz(tmp_path / "receipt.csv", rows)
    assert import_log(packed, mapping=MAP)["recorded"] == 8577
    check_figures(cases)
    again = import_log(shared("permits/receipt.csv"), mapping=MAP)
    assert (again["recorded"], again["skipped"], again["facts"]) == (0, 8577, 0)


def test_what_the_log_names_is_made_and_marked(import_log, rows):
    import_log(shared("permits/receipt.csv"), mapping=MAP)
    busiest = Counter(row["org:group"] for row in rows).most_common(1)[0][0]
    instansi = Instansi.objects.get(code="kab-contoh")
    with instansi_scope(instansi):
        assert Employee.objects.filter(is_incomplete=True).count() == 48
        assert set(Unit.objects.values_list("code", flat=True)) == {row["org:group"] for row in rows}
        assert Layanan.objects.get(code="izin").unit.code == busiest
    assert instansi.is_incomplete
    entry = AuditEntry.objects.get(tag="integrations:eventlog:import")
    assert entry.data == {"recorded": 8577, "skipped": 0, "closings": 1434 * 3}


def test_working_time_is_never_longer_than_calendar_time(import_log):
    import_log(shared("permits/receipt.csv"), mapping=MAP)
    with instansi_scope(Instansi.objects.get(code="kab-contoh")):
        calendar = {
            fact["case_key"]: fact["value"] for fact in current(kinds=["service.completed"], limit=2000)
        }
        working = current(kinds=["service.completed_working"], limit=2000)
    assert len(working) == len(calendar)
    # whole seconds at both ends, hence the one second of slack
    assert all(0 <= fact["value"] <= calendar[fact["case_key"]] + 1 for fact in working)
    assert {fact["rule_version"] for fact in working} == {"jam_kerja@1995-11-27"}
