"""The permit desk of the real log, and what a municipality would add to it: names, a leader, periods, accounts.

The log is of 2010–2012; the quadrant of PermenPANRB 6/2022 did not exist then. So the same log is told 730
weeks later: every weekday, hour and duration as it was, in a year whose law knows the predikat.
"""

import csv
from collections import Counter
from datetime import date, datetime, timedelta
from pathlib import Path

from abdi.evaluation.enums import PredikatOrganisasi
from abdi.evaluation.organisation_result.actions import decide_organisation_result
from abdi.organisation import actions as organisation
from abdi.organisation.enums import EmployeeStatus, JenisJabatan, PlacementKind, Role
from abdi.organisation.models import Employee
from abdi.organisation.selectors import placement_of
from abdi.planning import actions as planning
from abdi.planning.enums import PeriodKind
from abdi.platform.accounts.models import system_user
from tests.cast import PASSWORD

LATER = timedelta(weeks=730)
START, END = date(2025, 1, 1), date(2025, 12, 31)
TIMES = ("time:timestamp", "case:deadline", "case:enddate", "case:enddate_planned", "case:startdate")
MAP = [
    "case=case:concept:name",
    "activity=concept:name",
    "time=time:timestamp",
    "officer=org:resource",
    "unit=org:group",
    "channel=case:channel",
    "deadline=case:deadline",
]
OFFICER, LEADER, SECOND = "Ratna Misalkan", "Bambang Umpama", "Tono Seandainya"


def moved(source: Path, target: Path) -> Path:
    """The log at `source`, LATER, written to `target`."""
    with source.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        for column in TIMES:
            if row[column]:
                row[column] = (datetime.fromisoformat(row[column]) + LATER).isoformat()
    with target.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return target


def finished_by(log: Path) -> Counter[str]:
    """Cases by the officer of their last event, among those that ended in the period; plain `csv`."""
    with log.open(newline="", encoding="utf-8") as file:
        last: dict[str, tuple[datetime, str]] = {}
        for row in csv.DictReader(file):
            event = datetime.fromisoformat(row["time:timestamp"]), row["org:resource"]
            last[row["case:concept:name"]] = max(event, last.get(row["case:concept:name"], event))
    west = timedelta(hours=7)
    return Counter(
        officer
        for moment, officer in last.values()
        if START <= (moment.replace(tzinfo=None) - (moment.utcoffset() or west) + west).date() <= END
    )


def open_desk() -> None:
    """Call in the server's own database, after the import."""
    system = system_user()
    busiest, second, third = _by_work()
    officer = _completed(busiest, OFFICER, "199003032015012003", "ratna")
    other = _completed(second, SECOND, "199104042016011004", "tono")
    leader = _completed(third, LEADER, "198002022005011002", "bambang", JenisJabatan.PENGAWAS)
    for one in (officer, other):
        organisation.set_reporting_line(
            actor=system, subordinate=one, superior=leader, valid_from=START, kind=PlacementKind.DEFINITIF
        )
    organisation.grant_role(actor=system, user=other.user, role=Role.ADMIN, valid_from=START)
    unit = officer.placements.latest("valid_from").position.unit
    for kind, name, start, end in [
        (PeriodKind.TAHUNAN, "Tahun 2025", START, END),
        (PeriodKind.TRIWULANAN, "Triwulan IV 2025", date(2025, 10, 1), END),
    ]:
        period = planning.open_period(
            actor=system,
            name=name,
            kind=kind,
            start=start,
            end=end,
            filing_deadline=END + timedelta(days=10),
            assessor_deadline=END + timedelta(days=31),
        )
        decide_organisation_result(
            actor=system,
            unit=unit,
            period=period,
            predikat=PredikatOrganisasi.BAIK,
            reason="Rencana aksi terlaksana.",
        )


def _by_work() -> list[Employee]:
    """The three officers who finished most in the period."""
    from abdi.measurement.engine import measure
    from abdi.measurement.types import Window

    found = measure(["service.cases"], per="petugas", window=Window(START, END))
    ranked = sorted(found, key=lambda one: (-one.n, one.scope.key))[:3]
    return [Employee.objects.get(pk=int(one.scope.key)) for one in ranked]


def _completed(
    employee: Employee, name: str, nip: str, username: str, jenis: JenisJabatan = JenisJabatan.PELAKSANA
) -> Employee:
    """A placeholder of the log becomes a person with a position and an account."""
    system, placement = system_user(), placement_of(employee, START)
    assert placement is not None
    organisation.change_employee(
        actor=system,
        employee=employee,
        nip=nip,
        name=name,
        status=EmployeeStatus.PNS,
        golongan="Penata, III/c",
    )
    organisation.end_placement(actor=system, placement=placement, last_day=START - timedelta(days=1))
    position = organisation.create_position(
        actor=system,
        unit=placement.position.unit,
        name="Kepala seksi perizinan" if jenis == JenisJabatan.PENGAWAS else "Pengelola perizinan",
        jenis=jenis,
        valid_from=START,
    )
    organisation.place_employee(actor=system, employee=employee, position=position, valid_from=START)
    organisation.create_account(actor=system, employee=employee, username=username, password=PASSWORD)
    return employee
