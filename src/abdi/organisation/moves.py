"""Moving people: what ends on the day before what begins, in one step. Each part is an action with its own row."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from django.db import transaction
from django.db.models import QuerySet

from abdi.organisation.actions import (
    create_position,
    end_placement,
    end_reporting_line,
    place_employee,
    set_reporting_line,
)
from abdi.organisation.enums import JenisJabatan, PlacementKind
from abdi.organisation.models import Employee, Placement, Position, ReportingLine, Unit
from abdi.platform.accounts.models import User

Row = TypeVar("Row", Placement, ReportingLine)
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Opening:
    """A jabatan that is opened for the one who comes."""

    unit: Unit
    name: str
    jenis: JenisJabatan
    kelas: int | None = None
    is_head: bool = False


@transaction.atomic
def move_employee(
    *,
    actor: User,
    employee: Employee,
    position: Position | Opening,
    valid_from: date,
    kind: PlacementKind = PlacementKind.DEFINITIF,
) -> Placement:
    """Place an employee; the placement of the same kind that is running then ends the day before."""
    running = Placement.objects.filter(employee=employee, kind=kind)
    if kind == PlacementKind.DEFINITIF and (old := _running(running, valid_from)):
        end_placement(actor=actor, placement=old, last_day=valid_from - ONE_DAY)
    if isinstance(position, Opening):
        position = create_position(
            actor=actor,
            unit=position.unit,
            name=position.name,
            jenis=position.jenis,
            kelas=position.kelas,
            is_head=position.is_head,
            valid_from=valid_from,
        )
    return place_employee(actor=actor, employee=employee, position=position, valid_from=valid_from, kind=kind)


@transaction.atomic
def change_assessor(
    *,
    actor: User,
    employee: Employee,
    superior: Employee,
    valid_from: date,
    kind: PlacementKind = PlacementKind.DEFINITIF,
) -> ReportingLine:
    """Name who assesses from a day on; the line of the same kind that is running then ends the day before."""
    if old := _running(ReportingLine.objects.filter(subordinate=employee, kind=kind), valid_from):
        end_reporting_line(actor=actor, line=old, last_day=valid_from - ONE_DAY)
    return set_reporting_line(
        actor=actor, subordinate=employee, superior=superior, valid_from=valid_from, kind=kind
    )


def _running(rows: QuerySet[Row], day: date) -> Row | None:
    """The open-ended one that began before the day; one with an end in sight is for a person to settle."""
    return rows.filter(valid_until=None, valid_from__lt=day).first()
