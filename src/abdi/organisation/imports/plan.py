"""What one line of the file would change. Rows are altered in memory only; `actions` saves them."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from django.utils.translation import gettext as _

from abdi.organisation.enums import PlacementKind
from abdi.organisation.imports.known import Known
from abdi.organisation.imports.rows import Row
from abdi.organisation.models import Employee, Placement, ReportingLine

_DAY = timedelta(days=1)
_FIELDS = (("nama", "name"), ("status", "status"), ("golongan", "golongan"), ("surel", "email"))


@dataclass(frozen=True)
class Change:
    """One thing that would be different: what it is called, and how it reads before and after."""

    field: str
    before: str
    after: str


@dataclass
class Plan:
    employee: Employee
    is_new: bool
    changes: list[Change] = field(default_factory=list)

    def change(self, name: str, before: object, after: object) -> None:
        self.changes.append(Change(name, _shown(before), _shown(after)))


def plan_employee(row: Row, known: Known) -> Plan:
    """The person. An empty optional cell leaves what is known as it is."""
    employee = known.employees.get(row.nip)
    if employee is None:
        employee = Employee(
            nip=row.nip, name=row.name, status=row.status, golongan=row.golongan, email=row.email
        )
        known.employees[row.nip] = employee
        known.new_employees.append(employee)
        return Plan(employee, is_new=True)
    plan = Plan(employee, is_new=False)
    for column, name in _FIELDS:
        before, after = getattr(employee, name), getattr(row, name)
        if after and after != before:
            plan.change(column, before, after)
            setattr(employee, name, after)
    if plan.changes:
        known.changed_employees.append(employee)
    return plan


def plan_placement(row: Row, plan: Plan, known: Known) -> None:
    """The definitive placement from TMT on. A new TMT ends the earlier placement the day before."""
    placements = known.placements[plan.employee.uid]
    later = next((one for one in placements if one.valid_from > row.start), None)
    same = next((one for one in placements if one.valid_from == row.start), None)
    end = row.end or (same.valid_until if same else None)
    if later and (end is None or end >= later.valid_from):
        row.refuse(
            "tmt",
            _(
                "Sudah ada penempatan sejak {day}; perbaiki TMT, atau isi kolom akhir dengan hari sebelumnya."
            ).format(day=_shown(later.valid_from)),
        )
    elif same:
        _correct_placement(row, plan, known, same, end)
    else:
        _add_placement(row, plan, known)


def _correct_placement(row: Row, plan: Plan, known: Known, placement: Placement, end: date | None) -> None:
    position = placement.position
    fits = (position.unit.code, position.name, position.jenis) == _key(row)
    if not fits or row.kelas not in (None, position.kelas):
        placement.position = known.position_for(_key(row), row.kelas, row.start)
        plan.change("jabatan", _described(position), _described(placement.position))
    elif placement.valid_until == end:
        return
    if placement.valid_until != end:
        plan.change("akhir", placement.valid_until, end)
        placement.valid_until = end
    known.changed_placements.append(placement)


def _add_placement(row: Row, plan: Plan, known: Known) -> None:
    placements = known.placements[plan.employee.uid]
    earlier = next((one for one in reversed(placements) if one.valid_from < row.start), None)
    if earlier and (earlier.valid_until is None or earlier.valid_until >= row.start):
        earlier.valid_until = row.start - _DAY
        known.changed_placements.append(earlier)
    placement = Placement(
        employee=plan.employee,
        position=known.position_for(_key(row), row.kelas, row.start),
        valid_from=row.start,
        valid_until=row.end,
    )
    placements.append(placement)
    known.new_placements.append(placement)
    before = f"{_described(earlier.position)}, {_shown(earlier.valid_from)}" if earlier else ""
    plan.change("jabatan", before, f"{_described(placement.position)}, {_shown(row.start)}")


def plan_line(row: Row, plan: Plan, known: Known, on: date) -> ReportingLine | None:
    """The definitive assessor. A known one gives way on TMT, or on the day of import when TMT is older.

    So what was true before the import stays recorded; only a line begun that very day is corrected.
    Returns the line that has to be looked through for loops.
    """
    if not row.superior_nip:
        return None
    superior = known.employees[row.superior_nip]
    lines = [one for one in known.lines[plan.employee.uid] if one.kind == PlacementKind.DEFINITIF]
    day = on if row.end is None or row.end >= on else row.start
    current = next((one for one in lines if _in_force(one, day)), None)
    if current is None:
        return _first_line(row, plan, known, superior, day)
    if current.superior == superior:
        return None
    plan.change("atasan", current.superior, superior)
    change_over = row.start if row.start > current.valid_from else day
    if change_over == current.valid_from:
        current.superior = superior
        known.changed_lines.append(current)
        return current
    until = min((one for one in (row.end, current.valid_until) if one), default=None)
    current.valid_until = change_over - _DAY
    known.changed_lines.append(current)
    return _new_line(plan, known, superior, change_over, until)


def _first_line(row: Row, plan: Plan, known: Known, superior: Employee, day: date) -> ReportingLine | None:
    """Nobody assesses on `day` yet: from TMT, or from the day after the last line that has ended."""
    lines = [one for one in known.lines[plan.employee.uid] if one.kind == PlacementKind.DEFINITIF]
    over = [one.valid_until + _DAY for one in lines if one.valid_until and one.valid_until < day]
    later = next((one for one in lines if one.valid_from > day), None)
    if later and (row.end is None or later.valid_from <= row.end):
        row.refuse(
            "atasan_nip",
            _("Sudah ada atasan sejak {day}; ubah garis penilaian itu lebih dulu.").format(
                day=_shown(later.valid_from)
            ),
        )
        return None
    plan.change("atasan", "", superior)
    return _new_line(plan, known, superior, max([row.start, *over]), row.end)


def _new_line(plan: Plan, known: Known, superior: Employee, start: date, until: date | None) -> ReportingLine:
    line = ReportingLine(subordinate=plan.employee, superior=superior, valid_from=start, valid_until=until)
    known.lines[plan.employee.uid].append(line)
    known.new_lines.append(line)
    return line


def _in_force(line: ReportingLine, day: date) -> bool:
    return line.valid_from <= day and (line.valid_until is None or line.valid_until >= day)


def _key(row: Row) -> tuple[str, str, str]:
    return row.unit_code, row.position, row.jenis


def _described(position: object) -> str:
    unit, kelas = getattr(position, "unit", ""), getattr(position, "kelas", None)
    return f"{position} ({unit}{f', kelas {kelas}' if kelas else ''})"


def _shown(value: object) -> str:
    if isinstance(value, date):
        return f"{value:%d-%m-%Y}"
    return "" if value is None else str(value)
