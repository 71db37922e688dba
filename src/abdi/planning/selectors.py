"""Reads that shape a page."""

from django.db.models import QuerySet

from abdi.organisation.models import Employee
from abdi.planning.models import Skp


def skp_of(employee: Employee) -> QuerySet[Skp]:
    """His own, newest period first."""
    return Skp.objects.filter(employee=employee).select_related("period", "position__unit", "pejabat_penilai")


def skp_to_assess(assessor: Employee) -> QuerySet[Skp]:
    """Those he agrees and judges, newest period first, then by name."""
    return Skp.objects.filter(pejabat_penilai=assessor).select_related("employee", "period", "position__unit")
