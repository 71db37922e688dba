"""The thing an address of the year names."""

from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from abdi.organisation.models import Employee
from abdi.planning.models import Skp
from abdi.planning.permissions import check_can_edit_skp
from abdi.planning.versions.models import Absence, SkpVersion
from abdi.planning.versions.permissions import check_can_note_absence
from abdi.web.workplace.finding import find_skp


def skp_to_carry(request: HttpRequest, uid: UUID) -> Skp:
    """One this person may draw up, and so copy or split."""
    skp = find_skp(request, uid)
    check_can_edit_skp(request.user, skp)
    return skp


def find_version(request: HttpRequest, uid: UUID, number: int) -> SkpVersion:
    skp = find_skp(request, uid)
    return get_object_or_404(skp.versions, number=number)


def find_colleague(request: HttpRequest, uid: UUID) -> Employee:
    """Somebody whose absences this person keeps."""
    employee = get_object_or_404(Employee, uid=uid)
    check_can_note_absence(request.user, employee)
    return employee


def find_absence(request: HttpRequest, uid: UUID) -> Absence:
    absence = get_object_or_404(Absence.objects.select_related("employee"), uid=uid)
    check_can_note_absence(request.user, absence.employee)
    return absence
