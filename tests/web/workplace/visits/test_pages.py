"""The pages of visits: plan a round, arrive, cancel, and a leader's week."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from abdi.activity.visits.models import PlannedVisit
from tests import cast

PLAN = "/kerja/kunjungan/rencana/"
POINTS = "Posyandu Melati; -6,914744; 107,609810\nPos 2"


@pytest.fixture
def asked():
    today = timezone.localdate()
    return {
        "kind": "posyandu",
        "purpose": "Penimbangan",
        "day": f"{today:%Y-%m-%d}",
        "opens": "00:00",
        "closes": "23:59",
        "points": POINTS,
    }


def page(answer):
    return answer.content.decode().replace("\xa0", " ")


def test_from_a_pasted_list_to_an_arrival(office, enter, asked):
    rina = enter("rina")
    skp = cast.agreed_skp(office)
    assert rina.post(PLAN, asked | {"rhk": skp.rhk.get().uid}).url == "/kerja/kunjungan/"
    one = PlannedVisit.objects.get(place="Posyandu Melati")
    assert "Saya tiba" in page(rina.get("/kerja/kunjungan/"))
    assert "tanpa posisi" in page(rina.get(f"/kerja/kunjungan/{one.uid}/")), "said before anything is sent"
    sent = {"client_id": uuid4(), "latitude": "-6.9148", "longitude": "107.6099"}
    answer = rina.post(f"/kerja/kunjungan/{one.uid}/tiba/", sent, follow=True)
    assert "Kedatangan dicatat: di tempat, tepat waktu (" in page(answer)
    assert "Di tempat, tepat waktu" in page(enter("dewi").get("/kerja/kunjungan/pekan/"))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"points": "Pos; 1"}, "Baris 1: tulis nama"),
        ({"points": "Pos; 99; 200"}, "tidak ada di bumi"),
        ({"closes": "00:00"}, "Jam selesai harus sesudah"),
        ({"day": "2020-01-01"}, "sudah lewat"),
    ],
)
def test_what_cannot_be_planned_is_said_beside_its_field(office, enter, asked, change, words):
    answer = enter("rina").post(PLAN, asked | change)
    assert answer.status_code == 422
    assert words in page(answer)


def test_a_leader_plans_for_his_people_and_cancels_with_a_reason(office, enter, asked):
    dewi = enter("dewi")
    address = f"{PLAN}?pegawai={office.rina.uid}"
    assert "Untuk Rina Misal" in page(dewi.get(address))
    assert dewi.post(address, asked).url == "/kerja/kunjungan/pekan/"
    one = PlannedVisit.objects.first()
    assert dewi.post(f"/kerja/kunjungan/{one.uid}/batal/", {"reason": ""}).status_code == 422
    assert dewi.post(f"/kerja/kunjungan/{one.uid}/batal/", {"reason": "Banjir"}).status_code == 302
    assert enter("joko").get(address).status_code == 403
    assert dewi.get(f"{PLAN}?pegawai=bukan-uid").status_code == 404


def test_the_week_asks_as_many_queries_for_many_visits_as_for_one(office, enter, asked):
    rina, dewi = enter("rina"), enter("dewi")
    counts = []
    for points in ("Pos 1", "\n".join(f"Titik {n}" for n in range(30))):
        rina.post(PLAN, asked | {"points": points})
        with CaptureQueriesContext(connection) as captured:
            dewi.get("/kerja/kunjungan/pekan/")
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_before_its_day_the_button_is_not_there(office, enter, asked):
    rina, tomorrow = enter("rina"), timezone.localdate() + timedelta(days=1)
    rina.post(PLAN, asked | {"day": f"{tomorrow:%Y-%m-%d}"})
    one = PlannedVisit.objects.first()
    assert "Saya sudah tiba" not in page(rina.get(f"/kerja/kunjungan/{one.uid}/"))
    sent = rina.post(f"/kerja/kunjungan/{one.uid}/tiba/", {"client_id": uuid4()})
    assert "catat kedatangan pada hari itu" in page(sent)
