"""The thing an address of the matrix names: 404 where there is none, 403 where it is not for this person."""

from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from abdi.organisation.models import Employee
from abdi.organisation.permissions import acting_employee
from abdi.organisation.selectors import employee_of
from abdi.planning.matrix.models import MatrixCell, MatrixMember
from abdi.planning.matrix.permissions import can_see_matrix, check_can_fill_matrix, check_can_see_row
from abdi.planning.models import Skp

_LEADER = ("employee__user", "pejabat_penilai__user", "period", "position__unit", "instansi")


def find_matrix(request: HttpRequest, uid: UUID) -> tuple[Skp, Employee | None]:
    """The leader's SKP, and the one person whose row is all that may be seen (None: all of it)."""
    skp = get_object_or_404(Skp.objects.select_related(*_LEADER), uid=uid)
    if can_see_matrix(request.user, skp):
        return skp, None
    check_can_see_row(request.user, skp, acting_employee(request.user))
    return skp, employee_of(request.user)


def find_matrix_to_fill(request: HttpRequest, uid: UUID) -> Skp:
    skp, _only = find_matrix(request, uid)
    check_can_fill_matrix(request.user, skp)
    return skp


def find_member(request: HttpRequest, uid: UUID) -> MatrixMember:
    member = get_object_or_404(MatrixMember.objects.select_related("employee", "skp__employee"), uid=uid)
    check_can_fill_matrix(request.user, member.skp)
    return member


def find_cell(request: HttpRequest, uid: UUID) -> MatrixCell:
    cells = MatrixCell.objects.select_related("employee", "skp__employee", "skp__position__unit", "iki__rhk")
    cell = get_object_or_404(cells, uid=uid)
    check_can_see_row(request.user, cell.skp, cell.employee)
    return cell
