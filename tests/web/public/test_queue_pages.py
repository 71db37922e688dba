"""The number from afar, the reservation and the machine at the door, as a browser sees them."""

import re
from datetime import datetime, time, timedelta

import pytest

from abdi.platform import moments
from abdi.platform.accounts.models import public_user
from abdi.services.devices.actions import register_device, withdraw_device
from abdi.services.devices.enums import DeviceKind
from abdi.services.queue import actions
from abdi.services.queue.enums import Channel, Priority, TicketStatus
from abdi.services.queue.models import Ticket
from abdi.services.reservations.actions import create_slot
from abdi.services.reservations.models import Reservation
from abdi.web.public.kiosk import machine
from tests.services.queue.conftest import ZONE, hall

__all__ = ["hall"]

WEDNESDAY = datetime(2026, 11, 18, 9, tzinfo=ZONE)


@pytest.fixture
def open_hall(hall):
    """Nine on a Wednesday; numbers of line A from afar, and sessions at ten with one place."""
    hall.at = WEDNESDAY
    with moments.replayed_at(hall.at):
        sari, line = hall.user("sari"), hall.lines["A"]
        actions.change_pool(
            actor=sari,
            pool=line,
            name="Kependudukan",
            layanan=[hall.office.layanan],
            settings=actions.PoolSettings(is_open_online=True),
        )
        create_slot(
            actor=sari,
            pool=line,
            weekday=hall.at.weekday(),
            starts=time(10),
            ends=time(11),
            quota=1,
            valid_from=hall.at.date(),
        )
        yield hall


def page_of(answer):
    return answer.content.decode()


def take(client, hall, line="A"):
    return client.post(f"/antrean/ambil/{hall.lines[line].uid}/{hall.office.layanan.uid}/")


def test_three_taps_to_a_number_that_is_followed_and_given_back(client, open_hall):
    shown = page_of(client.get("/antrean/"))
    assert "Perubahan kartu keluarga" in shown
    assert shown.count("Ambil nomor<") == 1  # of line B only at the office
    assert "Buka sampai" in shown
    first = client.get(take(client, open_hall).url)
    one = Ticket.objects.get()
    assert (one.channel, first.headers["Cache-Control"].split(",")[0]) == (Channel.DARING, "max-age=0")
    assert "Anda berikutnya" in page_of(first)
    assert "Giliran Anda hampir tiba" in page_of(first)
    for _ in range(3):
        open_hall.issue()
    last = Ticket.objects.last()
    assert "3 orang di depan Anda" in page_of(client.get(f"/antrean/{last.code}/"))
    client.post(f"/antrean/{one.code}/mundur/")
    assert "1 orang di depan Anda" in page_of(client.get(f"/antrean/{one.code}/"))
    found = client.get("/antrean/", {"kode": f"{one.code[:5].lower()} {one.code[5:]}"})
    assert found.url == f"/antrean/{one.code}/"
    client.post(f"/antrean/{one.code}/batal/")
    one.refresh_from_db()
    assert one.status == TicketStatus.DIBATALKAN
    assert "dibatalkan" in page_of(client.get(f"/antrean/{one.code}/"))
    again = client.post(f"/antrean/{one.code}/batal/", follow=True)
    assert "tidak dapat dibatalkan" in page_of(again)


def test_the_estimate_says_what_it_rests_on(client, open_hall, django_assert_max_num_queries):
    session = open_hall.sit()
    for _ in range(20):
        open_hall.issue()
        open_hall.serve(session, lasts=300)
    open_hall.issue(after=1)
    mine = open_hall.issue(after=1)
    with moments.replayed_at(open_hall.at), django_assert_max_num_queries(16):
        shown = page_of(client.get(f"/antrean/{mine.code}/"))
    assert "5 menit lagi" in shown.replace("\xa0", " ")
    assert "n = 20" in shown
    assert "Kenapa perkiraannya begini?" in shown
    for ahead in range(3):
        open_hall.issue(after=ahead)
    with moments.replayed_at(open_hall.at), django_assert_max_num_queries(16):
        client.get(f"/antrean/{mine.code}/")


@pytest.mark.parametrize(
    "path", ["/antrean/AAAAAAAAAA/", "/antrean/x/batal/", "/reservasi/AAAAAAAAAA/", "/reservasi/x/tiba/"]
)
def test_a_forged_code_is_a_sentence(client, open_hall, path):
    answer = client.post(path) if path.endswith(("batal/", "tiba/")) else client.get(path)
    assert answer.status_code == 404
    assert "Kode ini tidak dikenal" in page_of(answer)


def test_closed_or_not_from_afar_gives_no_number(client, open_hall):
    with moments.replayed_at(open_hall.at.replace(hour=20)):
        assert "tidak memberi nomor sekarang" in page_of(
            client.post(
                f"/antrean/ambil/{open_hall.lines['A'].uid}/{open_hall.office.layanan.uid}/", follow=True
            )
        )
        assert "Tutup" in page_of(client.get("/antrean/"))
    path = f"/antrean/ambil/{open_hall.lines['B'].uid}/{open_hall.legalisir.uid}/"
    assert "tidak dapat diambil dari" in page_of(client.post(path, follow=True))
    assert not Ticket.objects.exists()


def test_a_place_is_kept_taken_up_once_and_lost_to_a_quicker_one(client, open_hall):
    path = f"/reservasi/layanan/{open_hall.office.layanan.uid}/"
    places = re.findall(r'value="([0-9a-f-]{36}/[0-9-]{10})"', page_of(client.get(path)))
    booked = client.post(path, {"place": places[0], "identity": "0812 3456 7890"})
    one = Reservation.objects.get()
    assert booked.url == f"/reservasi/{one.code}/"
    late = client.post(path, {"place": places[0]})
    assert late.status_code == 422
    assert "sudah tidak tersedia" in page_of(late)
    assert client.post(path, {"place": places[1], "identity": "x" * 10_000}).status_code == 422
    shown = page_of(client.get(booked.url))
    assert "0812" not in shown
    assert "antara pukul 09.45" in shown
    assert b"BEGIN:VCALENDAR" in client.get(f"{booked.url}kalender/").content
    early = client.post(f"{booked.url}tiba/", follow=True)
    assert "Masih terlalu awal" in page_of(early)
    with moments.replayed_at(open_hall.at + timedelta(minutes=50)):
        scanned = client.post(
            "/reservasi/lapor/", {"code": f"https://abdi.example.test/reservasi/{one.code}/"}
        )
        assert client.post(f"{booked.url}tiba/").url == scanned.url
        assert "Anda berikutnya" in page_of(client.get(scanned.url))
        assert "sudah lapor tiba" in page_of(client.get(booked.url))
    assert Ticket.objects.count() == 1


def test_a_reservation_is_given_up(client, open_hall):
    path = f"/reservasi/layanan/{open_hall.office.layanan.uid}/"
    places = re.findall(r'value="([0-9a-f-]{36}/[0-9-]{10})"', page_of(client.get(path)))
    booked = client.post(path, {"place": places[0]}).url
    assert "Reservasi ini dibatalkan" in page_of(client.post(f"{booked}batal/", follow=True))
    assert client.post(path, {"place": places[0]}).status_code == 302


@pytest.fixture
def kiosk(client, open_hall):
    device, token = register_device(
        actor=open_hall.user("sari"), unit=open_hall.office.unit, kind=DeviceKind.KIOS, name="Kios"
    )
    answer = client.post("/kios/daftar/", {"token": token.lower()})
    cookie = answer.cookies[machine.KIOSK.cookie]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Strict", "/kios/")
    return device


def test_a_strange_machine_is_shown_how_it_is_let_in(client, open_hall):
    path = f"/kios/ambil/{open_hall.lines['A'].uid}/{open_hall.office.layanan.uid}/"
    assert client.get("/kios/").url == "/kios/daftar/"
    assert client.post(path).url == "/kios/daftar/"
    refused = client.post("/kios/daftar/", {"token": "AAAA"})
    assert refused.status_code == 422
    assert "tidak dikenal" in page_of(refused)
    assert not Ticket.objects.exists()


def test_the_machine_prints_and_forgets(client, open_hall, kiosk, monkeypatch):
    start = client.get("/kios/")
    assert "no-store" in start.headers["Cache-Control"]
    assert "Legalisir" in page_of(start)
    path = f"/kios/ambil/{open_hall.lines['A'].uid}/{open_hall.office.layanan.uid}/"
    shown = client.post(path, {"prioritas": "lansia"}, follow=True)
    one = Ticket.objects.get()
    assert (one.channel, one.priority) == (Channel.KIOS, Priority.LANSIA)
    assert one.priority_reason == "Dipilih sendiri di kios: Lanjut usia"
    assert one.label in page_of(shown)
    assert one.code not in shown.request["PATH_INFO"]
    assert one.code not in page_of(client.get("/kios/"))
    monkeypatch.setattr(machine, "AGAIN", -1)
    assert client.get(shown.request["PATH_INFO"]).url == "/kios/"
    assert client.get("/kios/nomor/buatan/").url == "/kios/"
    assert client.post("/kios/denyut/").status_code == 204
    kiosk.refresh_from_db()
    assert kiosk.last_seen_at is not None
    withdraw_device(actor=open_hall.user("sari"), device=kiosk)
    assert client.post(path).url == "/kios/daftar/"


def test_a_reservation_is_scanned_at_the_machine(client, open_hall, kiosk):
    reserve = f"/reservasi/layanan/{open_hall.office.layanan.uid}/"
    places = re.findall(r'value="([0-9a-f-]{36}/[0-9-]{10})"', page_of(client.get(reserve)))
    client.post(reserve, {"place": places[0]})
    one = Reservation.objects.get()
    unknown = client.post("/kios/lapor/", {"code": "A" * 300})
    assert unknown.status_code == 422
    with moments.replayed_at(open_hall.at + timedelta(minutes=55)):
        shown = page_of(client.post("/kios/lapor/", {"code": one.code}, follow=True))
    assert Ticket.objects.get().label in shown
    assert Ticket.objects.get().intervals.get().actor == public_user()


def test_the_administration_lets_in_and_shuts_out(client, open_hall):
    client.force_login(open_hall.user("sari"), backend="django.contrib.auth.backends.ModelBackend")
    told = {"unit": open_hall.office.unit.uid, "kind": "kios", "name": "Kios lobi"}
    made = client.post("/kelola/perangkat/baru/", told)
    token = re.search(r"<code>([A-Z2-9]{20})</code>", page_of(made))[1]
    shown = page_of(client.get("/kelola/perangkat/"))
    assert "Kios lobi" in shown
    assert token not in shown
    withdraw = re.search(r"/kelola/perangkat/[0-9a-f-]+/cabut/", shown)[0]
    assert "Dicabut" in page_of(client.post(withdraw, follow=True))
    session = {
        "pool": open_hall.lines["B"].uid,
        "weekday": 2,
        "starts": "08:00",
        "ends": "09:00",
        "quota": 4,
        "valid_from": "2026-11-25",
        "early": 15,
        "late": 15,
        "book_until": 30,
        "days_ahead": 14,
    }
    assert client.post("/kelola/sesi/baru/", session).url == "/kelola/sesi/"
    shown = page_of(client.get("/kelola/sesi/"))
    assert "08.00–09.00" in shown
    assert client.post("/kelola/sesi/baru/", session).status_code == 422
