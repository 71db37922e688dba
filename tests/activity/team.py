"""Colleagues enough for a closed survey, and a period that runs today."""

from datetime import date, timedelta

from django.utils import timezone

from abdi.organisation import actions as organisation
from abdi.organisation.enums import EmployeeStatus, JenisJabatan
from abdi.organisation.models import Employee
from abdi.planning.actions import open_period
from abdi.planning.enums import PeriodKind
from abdi.planning.models import Period
from abdi.platform.accounts.models import system_user
from tests import cast


def colleagues(office: cast.Office, count: int) -> list[Employee]:
    """`count` peers more of Rina, each with a sign-in, in her unit and under Dewi."""
    return [_colleague(office, number) for number in range(1, count + 1)]


def running_period(days_left: int = 30) -> Period:
    """Begun yesterday: the one every box of today belongs to."""
    today = timezone.localdate()
    return open_period(
        actor=system_user(),
        name="Periode berjalan",
        kind=PeriodKind.BULANAN,
        start=today - timedelta(days=1),
        end=today + timedelta(days=days_left),
        filing_deadline=today + timedelta(days=days_left),
        assessor_deadline=today + timedelta(days=days_left),
    )


def _colleague(office: cast.Office, number: int) -> Employee:
    system = system_user()
    one = organisation.create_employee(
        actor=system,
        nip=f"1992020{number}2016011{number:03}",
        name=f"Rekan Contoh {number}",
        status=EmployeeStatus.PNS,
        golongan="Penata, III/c",
        unit=office.unit,
    )
    position = organisation.create_position(
        actor=system,
        unit=office.unit,
        name="Pengadministrasi umum",
        jenis=JenisJabatan.PELAKSANA,
        is_head=False,
        valid_from=cast.YEAR,
    )
    organisation.place_employee(actor=system, employee=one, position=position, valid_from=cast.YEAR)
    organisation.set_reporting_line(actor=system, subordinate=one, superior=office.dewi, valid_from=cast.YEAR)
    organisation.create_account(actor=system, employee=one, username=f"rekan{number}", password=cast.PASSWORD)
    return one


def yesterday() -> date:
    return timezone.localdate() - timedelta(days=1)
