"""What the instansi knows already, read once however long the file is: five queries."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from abdi.organisation.enums import PlacementKind
from abdi.organisation.models import Employee, Placement, Position, ReportingLine, Unit

PositionKey = tuple[str, str, str]  # unit code, name, jenis


@dataclass
class Known:
    """Rows of the database, and beside them those that the import will write; nothing is saved here."""

    units: dict[str, Unit]
    positions: dict[PositionKey, list[Position]]
    employees: dict[str, Employee]
    placements: dict[UUID, list[Placement]]
    lines: dict[UUID, list[ReportingLine]]
    new_units: list[Unit] = field(default_factory=list)
    new_positions: list[Position] = field(default_factory=list)
    new_employees: list[Employee] = field(default_factory=list)
    changed_employees: list[Employee] = field(default_factory=list)
    new_placements: list[Placement] = field(default_factory=list)
    changed_placements: list[Placement] = field(default_factory=list)
    new_lines: list[ReportingLine] = field(default_factory=list)
    changed_lines: list[ReportingLine] = field(default_factory=list)

    def open_unit(self, code: str, name: str, since: date) -> Unit:
        unit = Unit(code=code, name=name or code, valid_from=since, is_incomplete=True)
        self.units[code] = unit
        self.new_units.append(unit)
        return unit

    def position_for(self, key: PositionKey, kelas: int | None, since: date) -> Position:
        """The unit's position of that name; without `kelas` any class will do."""
        same_name = self.positions[key]
        found = next((one for one in same_name if kelas in (None, one.kelas)), None)
        if found:
            if found.pk is None:
                found.valid_from = min(found.valid_from, since)
            return found
        unit_code, name, jenis = key
        position = Position(unit=self.units[unit_code], name=name, jenis=jenis, kelas=kelas, valid_from=since)
        same_name.append(position)
        self.new_positions.append(position)
        return position


def read_known() -> Known:
    units = {unit.pk: unit for unit in Unit.objects.order_by("pk")}
    people = {person.pk: person for person in Employee.objects.order_by("pk")}
    by_id: dict[int, Position] = {}
    positions: dict[PositionKey, list[Position]] = defaultdict(list)
    for position in Position.objects.order_by("pk"):
        position.unit = units[position.unit_id]
        by_id[position.pk] = position
        positions[position.unit.code, position.name, position.jenis].append(position)
    placements: dict[UUID, list[Placement]] = defaultdict(list)
    for placement in Placement.objects.filter(kind=PlacementKind.DEFINITIF).order_by("valid_from", "pk"):
        placement.position = by_id[placement.position_id]
        placements[people[placement.employee_id].uid].append(placement)
    lines: dict[UUID, list[ReportingLine]] = defaultdict(list)
    for line in ReportingLine.objects.order_by("valid_from", "pk"):
        line.subordinate, line.superior = people[line.subordinate_id], people[line.superior_id]
        lines[line.subordinate.uid].append(line)
    return Known(
        units={unit.code: unit for unit in units.values()},
        positions=positions,
        employees={person.nip: person for person in people.values() if person.nip},
        placements=placements,
        lines=lines,
    )
