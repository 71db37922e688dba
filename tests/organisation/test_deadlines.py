"""A deadline of the law loses only days of its own."""

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from abdi.organisation.law.deadlines import due_day
from abdi.platform.outages.actions import record_outage

FRIDAY = date(2026, 7, 10)


@pytest.mark.parametrize(
    ("jenis", "down", "last"),
    [
        # 14 days from the day after the event
        ("skp_keberatan", date(2026, 7, 1), date(2026, 7, 24)),
        ("skp_keberatan", FRIDAY, date(2026, 7, 24)),
        ("skp_keberatan", date(2026, 7, 11), date(2026, 7, 25)),
        ("skp_keberatan", date(2026, 7, 25), date(2026, 7, 24)),
        # seven working days: Saturday was passed over already
        ("skp_penetapan_atasan", date(2026, 7, 11), date(2026, 7, 21)),
        ("skp_penetapan_atasan", date(2026, 7, 13), date(2026, 7, 22)),
    ],
)
def test_one_day_without_service(instansi, system, jenis, down, last):
    start = datetime(down.year, down.month, down.day, tzinfo=timezone.get_current_timezone())
    record_outage(actor=system, start=start, end=start + timedelta(days=1), what="Padam", source="PLN")
    assert due_day(jenis, FRIDAY) == last
