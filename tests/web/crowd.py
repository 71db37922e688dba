"""Many people at once, for lists: rows as the actions would leave them."""

from datetime import datetime
from uuid import uuid4

from django.utils import timezone

from abdi.organisation.models import Employee, Placement, Position, ReportingLine
from abdi.planning.enums import SkpStatus
from abdi.planning.models import Skp
from tests import cast


def join(office: cast.Office, count: int, *, with_plans: bool = True) -> list[Employee]:
    """`count` people more under Dewi, each placed and, unless told otherwise, with an agreed SKP."""
    position = Position.objects.first()
    people = Employee.objects.bulk_create(
        Employee(name=f"Pegawai Contoh {number}", external_key=uuid4().hex) for number in range(count)
    )
    Placement.objects.bulk_create(
        Placement(employee=one, position=position, valid_from=cast.YEAR) for one in people
    )
    ReportingLine.objects.bulk_create(
        ReportingLine(subordinate=one, superior=office.dewi, valid_from=cast.YEAR) for one in people
    )
    agreed: datetime = timezone.now()
    Skp.objects.bulk_create(
        Skp(
            employee=one,
            position=position,
            pejabat_penilai=office.dewi,
            period=office.year,
            start=office.year.start,
            end=office.year.end,
            status=SkpStatus.DISEPAKATI,
            agreed_at=agreed,
            agreed_by=office.user("dewi"),
        )
        for one in people
        if with_plans
    )
    return people
