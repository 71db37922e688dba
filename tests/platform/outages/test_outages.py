"""Recording that the service was down, and what it does to deadlines of this instansi."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from abdi.platform.errors import InputRefused, PermissionRefused, PolicyRefused
from abdi.platform.outages.actions import end_outage, record_outage
from abdi.platform.outages.models import Outage
from abdi.platform.outages.selectors import extended_day, outages_within
from abdi.platform.tenancy.models import Instansi
from abdi.platform.tenancy.scope import instansi_scope

DOWN, BACK = datetime(2026, 1, 30, 3, tzinfo=UTC), datetime(2026, 1, 31, 5, tzinfo=UTC)


def note(actor, **changes):
    about = {"start": DOWN, "end": BACK, "what": "Pusat data padam", "source": "Berita acara 12/2026"}
    return record_outage(actor=actor, **about | changes)


def test_deadlines_move(instansi, system, django_assert_num_queries):
    note(system)
    last = date(2026, 1, 31)
    with django_assert_num_queries(1):
        assert extended_day(last, since=date(2026, 1, 1)) == date(2026, 2, 1)
        assert [span.start for span in outages_within(last, last)] == [DOWN]
        assert extended_day(date(2026, 2, 28), since=date(2026, 2, 1)) == date(2026, 2, 28)


def test_one_that_goes_on_counts_up_to_now_and_is_ended(instansi, system):
    now = timezone.now()
    outage, today = note(system, start=now - timedelta(days=2), end=None), timezone.localdate()
    assert extended_day(today, since=today - timedelta(days=9)) == today + timedelta(days=2)
    with pytest.raises(InputRefused, match="sesudah mulainya"):
        end_outage(actor=system, outage=outage, end=now - timedelta(days=3))
    end_outage(actor=system, outage=outage, end=now - timedelta(days=1))
    assert extended_day(today, since=today - timedelta(days=9)) == today + timedelta(days=1)
    with pytest.raises(PolicyRefused, match="sudah dicatat selesai"):
        end_outage(actor=system, outage=outage, end=now)


def test_nobody_expects_an_outage(instansi, system):
    with pytest.raises(InputRefused, match="sudah lewat"):
        note(system, start=timezone.now() + timedelta(hours=1), end=None)


def test_only_who_is_trusted_records(office):
    with pytest.raises(PermissionRefused, match="Gangguan layanan dicatat"):
        note(office.user("rina"))


def test_another_instansi_keeps_its_deadlines(instansi, system):
    note(system)
    other = Instansi.objects.create(code="kota-lain", name="Kota Lain", place="Lain", is_example=True)
    with instansi_scope(other):
        assert not Outage.objects.exists()
        assert extended_day(date(2026, 1, 31), since=date(2026, 1, 1)) == date(2026, 1, 31)
