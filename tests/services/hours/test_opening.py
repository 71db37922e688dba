"""One office in all the ways a day can differ; every row is one moment and what a citizen is told."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from abdi.organisation import actions as organisation
from abdi.platform.accounts.models import system_user
from abdi.platform.errors import PolicyRefused
from abdi.services.hours.models import Schedule, SpecialDay
from abdi.services.hours.policies import check_takes_tickets
from abdi.services.hours.selectors import opening, openings
from tests.cast import YEAR

ZONE = ZoneInfo("Asia/Jakarta")
MORNINGS = {day: [["08:00", "12:00"]] for day in ("senin", "selasa", "rabu")}
WEEK = {
    day: [["08:00", "12:00"], ["13:00", "15:00"]] for day in ("senin", "selasa", "rabu", "kamis", "jumat")
}


@pytest.fixture
def services(office):
    """KK keeps the hours of the unit, LEG mornings of its own; the unit has been open this way since March."""
    timezone.activate(ZONE)
    unit = office.unit
    leg = organisation.create_layanan(
        actor=system_user(), code="LEG", name="Legalisir", unit=unit, valid_from=YEAR
    )
    march = date(2026, 3, 1)
    Schedule.objects.create(unit=unit, hours=WEEK, cut_off=30, valid_from=march)
    Schedule.objects.create(unit=unit, layanan=leg, hours=MORNINGS, valid_from=march)
    for day, of, hours, reason in [
        (18, None, [["08:00", "10:00"]], "Rapat kerja"),
        (18, leg, [], "Petugas legalisir sakit"),
        (19, None, [], "Pemilihan lurah"),
    ]:
        SpecialDay.objects.create(unit=unit, layanan=of, day=date(2026, 11, day), hours=hours, reason=reason)
    SpecialDay.objects.create(unit=unit, day=date(2026, 12, 25), hours=[["08:00", "09:00"]], reason="Piket")
    return {"KK": office.layanan, "LEG": leg}


@pytest.mark.parametrize(
    ("code", "at", "is_open", "takes", "words"),
    [
        ("KK", "2026-11-16T07:59", False, False, "Belum buka. Buka pukul 08.00"),
        ("KK", "2026-11-16T08:00", True, True, "Buka sampai 12.00"),
        ("KK", "2026-11-16T12:00", False, False, "Sedang istirahat. Buka pukul 13.00"),
        ("KK", "2026-11-16T14:29", True, True, "Buka sampai 15.00"),
        ("KK", "2026-11-16T14:30", True, False, "hanya diberikan sampai 14.30"),
        ("KK", "2026-11-16T15:00", False, False, "Sudah tutup hari ini. Buka lagi besok pukul 08.00"),
        ("KK", "2026-11-18T09:00", True, True, "Buka sampai 10.00"),  # the special day of the unit
        ("LEG", "2026-11-18T09:00", False, False, "Petugas legalisir sakit"),  # of the service before it
        ("KK", "2026-11-19T09:00", False, False, "Tutup hari ini: Pemilihan lurah. Buka lagi besok"),
        ("LEG", "2026-11-19T09:00", False, False, "Pemilihan lurah"),
        ("LEG", "2026-11-16T14:00", False, False, "Sudah tutup hari ini"),  # its own week
        ("LEG", "2026-11-26T09:00", False, False, "Hari ini tutup. Buka lagi Senin,"),
        ("KK", "2026-11-21T09:00", False, False, "Hari ini tutup. Buka lagi Senin,"),
        ("KK", "2026-08-17T09:00", False, False, "Tutup: hari libur."),
        (
            "KK",
            "2026-12-25T08:30",
            True,
            False,
            "08.30",
        ),  # a special day is over the holiday, cut-off as ever
        ("KK", "2026-02-02T07:45", True, True, "Buka sampai 12.00"),  # the week of the instansi, before March
    ],
)
def test_one_answer(services, code, at, is_open, takes, words):
    moment = datetime.fromisoformat(at).replace(tzinfo=ZONE)
    layanan = services[code]
    found = opening(unit=layanan.unit, layanan=layanan, at=moment)
    assert (found.is_open, found.takes_tickets) == (is_open, takes)
    assert words in found.sentence.replace("\N{NO-BREAK SPACE}", " ")
    assert (found.until is not None) == is_open
    assert found.next_opening > moment
    assert openings(services.values(), moment)[layanan.pk] == found


def test_no_number_while_closed(services):
    layanan = services["KK"]
    with pytest.raises(PolicyRefused, match="Pemilihan lurah"):
        check_takes_tickets(layanan.unit, layanan, datetime(2026, 11, 19, 9, tzinfo=ZONE))
    check_takes_tickets(layanan.unit, layanan, datetime(2026, 11, 20, 9, tzinfo=ZONE))


def test_many_services_cost_no_more_queries(services, django_assert_num_queries):
    moment = datetime(2026, 11, 16, 9, tzinfo=ZONE)
    with django_assert_num_queries(4):
        openings(services.values(), moment)
