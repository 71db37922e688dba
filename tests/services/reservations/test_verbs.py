"""From the place kept to the number, and everything that stands between."""

from datetime import date, time, timedelta

import pytest

from abdi.platform import moments
from abdi.platform.audit.models import AuditEntry
from abdi.platform.errors import InputRefused, PermissionRefused, PolicyRefused
from abdi.services.hours.models import SpecialDay
from abdi.services.queue.enums import Channel, TicketStatus
from abdi.services.queue.models import Ticket
from abdi.services.reservations import actions, selectors
from abdi.services.reservations.enums import ReservationStatus
from abdi.services.reservations.models import Reservation, SlotDay
from tests.services.reservations.conftest import THURSDAY, at


def test_an_arrival_is_one_number_that_queues_with_everybody(hall, sessions):
    one = sessions.book(sessions.nine)
    hall.at = at(8, 50)
    walk_in = hall.issue()
    ticket = sessions.arrive(f" {one.code[:5].lower()}-{one.code[5:]}", at(9, 5))
    assert sessions.arrive(one.code, at(9, 6)) == ticket
    assert (ticket.channel, ticket.status) == (Channel.DARING, TicketStatus.MENUNGGU)
    assert (walk_in.sequence, ticket.sequence, Ticket.objects.count()) == (1, 2, 2)
    one.refresh_from_db()
    assert (one.status, one.ticket) == (ReservationStatus.TIBA, ticket)


@pytest.mark.parametrize(
    ("state", "when", "sentence"),
    [
        ("booked", at(8, 44), "Masih terlalu awal; lapor tiba dapat dilakukan mulai pukul 08.45"),
        ("booked", at(9, 16), "hangus karena lewat 19\u00a0November 2026 09.15"),
        ("booked", at(9, 0, date(2026, 11, 18)), "lapor tiba pada hari itu"),
        ("booked", at(9, 0, date(2026, 11, 20)), "hangus"),
        ("cancelled", at(9), "sudah dibatalkan"),
        ("expired", at(9), "hangus"),
        ("arrived", at(9, 0, date(2026, 11, 20)), "sudah dipakai lapor tiba"),
    ],
)
def test_every_other_arrival_has_its_sentence(sessions, state, when, sentence):
    one = sessions.book(sessions.nine)
    if state == "cancelled":
        sessions.cancel(one, at(8))
    elif state == "arrived":
        sessions.arrive(one.code, at(9))
    elif state == "expired":
        Reservation.objects.update(status=ReservationStatus.HANGUS)
    with pytest.raises(PolicyRefused, match=sentence):
        sessions.arrive(one.code, when)


@pytest.mark.parametrize("code", ["", "AAAAAAAAAA", "'; DROP TABLE", "A" * 10_000_000])
def test_a_forged_code_is_not_known(sessions, code):
    with pytest.raises(InputRefused, match="tidak dikenal"):
        sessions.arrive(code, at(9))


def test_the_last_place_goes_to_one_and_the_other_hears_of_the_nearest(sessions):
    sessions.book(sessions.ten)
    with pytest.raises(PolicyRefused, match=r"Yang terdekat masih ada: Kamis,.19 November 2026 pukul 09.00"):
        sessions.book(sessions.ten)
    for _ in range(2):
        sessions.book(sessions.nine)
    with pytest.raises(PolicyRefused, match=r"terdekat masih ada: Kamis,.26 November"):
        sessions.book(sessions.nine)
    one = Reservation.objects.first()
    sessions.cancel(one, at(8))
    assert sessions.book(sessions.ten).slot_day.taken == 1
    with pytest.raises(PolicyRefused, match="tidak ada yang perlu dibatalkan"):
        sessions.cancel(one, at(8))


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"when": at(8, 31)}, "sudah ditutup"),
        ({"day": date(2026, 11, 20)}, "Tidak ada sesi ini"),
        ({"day": date(2026, 12, 10)}, "14 hari sebelumnya"),
        ({"day": date(2026, 11, 12)}, "Tidak ada sesi ini"),
        ({"layanan": "legalisir"}, "tidak menerima reservasi"),
        ({"identity": "12"}, "nomor telepon atau NIK"),
        ({"identity": "9" * 10_000_000}, "nomor telepon atau NIK"),
    ],
)
def test_what_cannot_be_booked(hall, sessions, told, sentence):
    asked = told | ({"layanan": hall.legalisir} if "layanan" in told else {})
    with pytest.raises((PolicyRefused, InputRefused), match=sentence):
        sessions.book(sessions.nine, **asked)
    assert not SlotDay.objects.exists()


def test_a_closed_day_offers_nothing(hall, sessions):
    SpecialDay(unit=hall.office.unit, day=THURSDAY, reason="Perbaikan listrik").save()
    with pytest.raises(PolicyRefused, match="tutup pada jam itu"):
        sessions.book(sessions.nine)
    with moments.replayed_at(hall.at):
        days = {one.day for one in selectors.free_places(hall.office.layanan, THURSDAY, THURSDAY)}
    assert days == set()


def test_one_person_holds_one_place_and_is_forgotten_after_the_day(sessions, system):
    one = sessions.book(sessions.nine, identity="0812 3456 7890")
    with pytest.raises(InputRefused, match="sudah memesan"):
        sessions.book(sessions.nine, identity="+62-812-3456-7890")
    assert "3456" not in one.identity
    assert len(one.identity) == 64
    trail = str(list(AuditEntry.objects.values_list("data", flat=True)))
    assert one.identity not in trail
    assert one.code not in trail
    with moments.replayed_at(at(9, 10)):
        assert actions.expire_reservations(actor=system) == 0
    with moments.replayed_at(at(9, 20, THURSDAY + timedelta(days=1))):
        assert actions.expire_reservations(actor=system) == 1
        assert not selectors.has_overdue(THURSDAY + timedelta(days=1))
    one.refresh_from_db()
    assert (one.status, one.identity) == (ReservationStatus.HANGUS, "")


def test_what_is_free_in_few_questions(hall, sessions, django_assert_max_num_queries):
    sessions.book(sessions.ten)
    with moments.replayed_at(hall.at), django_assert_max_num_queries(8):
        found = selectors.free_places(hall.office.layanan, hall.at.date(), THURSDAY + timedelta(days=30))
    assert [(one.day.day, one.starts_at.hour, one.left) for one in found] == [
        (19, 9, 2),
        (26, 9, 2),
        (26, 10, 1),
    ]


def test_sessions_are_set_by_the_admin(hall, sessions):
    asked = {
        "pool": hall.lines["A"],
        "weekday": 3,
        "starts": time(9, 30),
        "ends": time(10, 30),
        "quota": 1,
        "valid_from": hall.at.date(),
    }
    for told, refusal, sentence in [
        ({}, InputRefused, "bertumpuk"),
        ({"weekday": 4, "ends": time(9)}, InputRefused, "sesudah jam mulai"),
        ({"weekday": 4, "quota": 0}, InputRefused, "paling sedikit satu"),
        ({"weekday": 4, "valid_from": date(2026, 1, 1)}, InputRefused, "mulai hari ini"),
    ]:
        with moments.replayed_at(hall.at), pytest.raises(refusal, match=sentence):
            actions.create_slot(actor=hall.user("sari"), **(asked | told))
    with moments.replayed_at(hall.at), pytest.raises(PermissionRefused):
        actions.create_slot(actor=hall.user("rina"), **(asked | {"weekday": 4}))
    sessions.book(sessions.nine)
    with moments.replayed_at(hall.at):
        with pytest.raises(InputRefused, match="Masih ada 1 reservasi"):
            actions.end_slot(actor=hall.user("sari"), slot=sessions.nine, valid_until=hall.at.date())
        actions.end_slot(actor=hall.user("sari"), slot=sessions.nine, valid_until=THURSDAY)
        assert len(selectors.slots_managed(hall.user("sari"), THURSDAY)) == 2
        assert len(selectors.slots_managed(hall.user("sari"), THURSDAY + timedelta(days=1))) == 1
