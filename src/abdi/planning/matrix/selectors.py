"""Reads that shape a matrix: rows, columns, candidates."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.utils import timezone

from abdi.organisation.enums import PlacementKind
from abdi.organisation.models import Employee, Placement, ReportingLine
from abdi.organisation.selectors import placements_on
from abdi.planning.matrix.models import MatrixCell, MatrixMember
from abdi.planning.models import Iki, Skp


@dataclass(frozen=True)
class Row:
    """One person with his place, and a cell (or none) under each column."""

    employee: Employee
    placement: Placement | None
    member: MatrixMember | None
    cells: Sequence[tuple[Iki, MatrixCell | None]]


def columns_of(skp: Skp) -> list[Iki]:
    """The leader's indicators in the order of his SKP."""
    return list(Iki.objects.filter(rhk__skp=skp).select_related("rhk"))


def people_of(skp: Skp) -> QuerySet[Employee]:
    """His people, those invited, and whoever still has a cell; by name."""
    return Employee.objects.filter(
        Q(pk__in=_lines_to(skp).values("subordinate"))
        | Q(pk__in=MatrixMember.objects.filter(skp=skp).values("employee"))
        | Q(pk__in=MatrixCell.objects.filter(skp=skp).values("employee"))
    )


def rows_of(skp: Skp, people: Iterable[Employee], columns: Sequence[Iki]) -> list[Row]:
    """Three queries, however many people."""
    found = list(people)
    placements = placements_on(found, day_of(skp))
    members = {one.employee_id: one for one in skp.matrix_members.filter(employee__in=found)}
    cells = {
        (one.employee_id, one.iki_id): one
        for one in skp.matrix_cells.filter(employee__in=found).select_related("rhk")
    }
    return [
        Row(
            employee=one,
            placement=placements.get(one.pk),
            member=members.get(one.pk),
            cells=[(iki, cells.get((one.pk, iki.pk))) for iki in columns],
        )
        for one in found
    ]


def candidates_of(employee: Employee) -> QuerySet[MatrixCell]:
    """What leaders expect of somebody and no RHK came of yet; newest period first."""
    waiting = MatrixCell.objects.filter(employee=employee, rhk=None, iki__isnull=False)
    related = waiting.select_related("skp__employee", "skp__period", "skp__position", "iki__rhk")
    return related.order_by("-skp__period__start", "skp", "pk")


def candidates_for(skp: Skp) -> QuerySet[MatrixCell]:
    """Those of the period this SKP is for."""
    return candidates_of(skp.employee).filter(skp__period=skp.period)


def matrices_of(employee: Employee) -> QuerySet[Skp]:
    """SKP of others in whose matrix somebody has a row of his own doing: a cell or an invitation."""
    there = Q(matrix_cells__employee=employee) | Q(matrix_members__employee=employee)
    return Skp.objects.filter(there).select_related("employee", "period", "position").distinct()


def is_subordinate(skp: Skp, employee: Employee) -> bool:
    """Whether he is of the leader's own people, not somebody invited."""
    return _lines_to(skp).filter(subordinate=employee).exists()


def day_of(skp: Skp) -> date:
    """Today, or the nearest day the SKP covers."""
    return min(max(timezone.localdate(), skp.start), skp.end)


def _lines_to(skp: Skp) -> QuerySet[ReportingLine]:
    """Lines to the leader, also while another stands in for him, and to the post he holds as Plt or Plh himself."""
    day, leader = day_of(skp), skp.employee
    placed = Placement.objects.on(day)
    acting = placed.filter(employee=leader).exclude(kind=PlacementKind.DEFINITIF)
    holders = placed.filter(kind=PlacementKind.DEFINITIF, position__in=acting.values("position"))
    his = Q(superior=leader) | Q(kind=PlacementKind.DEFINITIF, superior__in=holders.values("employee"))
    return ReportingLine.objects.on(day).filter(his).exclude(subordinate=leader)
