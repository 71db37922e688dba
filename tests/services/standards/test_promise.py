"""Which version binds, and until when it promises."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from abdi.services.hours.models import Schedule
from abdi.services.standards.deadlines import promised
from abdi.services.standards.enums import StandarStatus, TimeUnit
from abdi.services.standards.models import Standar
from abdi.services.standards.selectors import standar_in_force
from tests.cast import YEAR

ZONE = ZoneInfo("Asia/Jakarta")
WEEK = {
    day: [["08:00", "12:00"], ["13:00", "15:00"]] for day in ("senin", "selasa", "rabu", "kamis", "jumat")
}


@pytest.fixture
def layanan(office):
    timezone.activate(ZONE)
    Schedule.objects.create(unit=office.unit, hours=WEEK, valid_from=YEAR)
    return office.layanan


def _set(layanan, version, first, last=None, status=StandarStatus.DITETAPKAN, **fields):
    return Standar.objects.create(
        layanan=layanan,
        version=version,
        status=status,
        valid_from=first,
        valid_until=last,
        decided_on=first,
        **fields,
    )


@pytest.mark.parametrize(
    ("value", "counted", "filed", "due"),
    [
        (30, TimeUnit.MENIT, "2026-11-16T08:10", "2026-11-16T08:40:00"),
        (30, TimeUnit.MENIT, "2026-11-16T11:50", "2026-11-16T13:20:00"),  # the break is nobody's time
        (30, TimeUnit.MENIT, "2026-11-20T14:50", "2026-11-23T08:20:00"),  # nor is the weekend
        (2, TimeUnit.JAM, "2026-11-16T18:00", "2026-11-17T10:00:00"),  # filed from home in the evening
        (3, TimeUnit.HARI_KERJA, "2026-11-19T14:00", "2026-11-24T23:59:59"),
        (1, TimeUnit.HARI_KERJA, "2026-08-14T09:00", "2026-08-18T23:59:59"),  # over 17 August, a Monday
        (3, TimeUnit.HARI_KALENDER, "2026-11-19T14:00", "2026-11-22T23:59:59"),
        (None, TimeUnit.HARI_KERJA, "2026-11-19T14:00", None),
    ],
)
def test_promised(layanan, value, counted, filed, due):
    standar = _set(layanan, 1, YEAR, time_value=value, time_unit=counted)
    expected = due and datetime.fromisoformat(due).replace(tzinfo=ZONE)
    assert promised(standar, datetime.fromisoformat(filed).replace(tzinfo=ZONE)) == expected


def test_the_version_in_force(layanan):
    old = _set(layanan, 1, date(2026, 1, 1), date(2026, 6, 30))
    new = _set(layanan, 2, date(2026, 7, 1), date(2026, 9, 30), status=StandarStatus.DICABUT)
    Standar.objects.create(layanan=layanan, version=3)
    found = {day: standar_in_force(layanan, date(2026, *day)) for day in [(6, 30), (7, 1), (9, 30), (10, 1)]}
    assert found == {(6, 30): old, (7, 1): new, (9, 30): new, (10, 1): None}
    assert standar_in_force(layanan, date(2025, 12, 31)) is None
