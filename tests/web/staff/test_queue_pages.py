"""Setting up a queue from nothing, and putting a wrong end right by a second person."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from abdi.platform import moments
from abdi.services.queue.models import Board, Counter, Pool
from tests.web.counter.conftest import hall

__all__ = ["hall"]


def test_a_line_a_counter_and_a_board(office, enter):
    sari, unit = enter("sari"), office.unit.uid
    assert "Belum ada antrean" in sari.get(reverse("staff:queue")).content.decode()
    line = {"unit": unit, "letter": "b", "name": "Umum", "layanan": [office.layanan.uid]}
    settings = {"ordinary_between": 2, "recalls_before_no_show": 1, "recall_spacing": 20}
    refused = sari.post(reverse("staff:pool_new"), {**line, **settings, "letter": "9"})
    assert refused.status_code == 422
    assert "Huruf antrean satu atau dua huruf" in refused.content.decode()
    assert sari.post(reverse("staff:pool_new"), {**line, **settings}).status_code == 302
    pool = Pool.objects.get()
    assert (pool.letter, pool.ordinary_between, pool.is_open_online) == ("B", 2, False)
    assert list(pool.layanan.all()) == [office.layanan]

    told = {"unit": unit, "number": 4, "pools": [pool.uid]}
    assert sari.post(reverse("staff:counter_new"), told).status_code == 302
    assert "sudah dipakai" in sari.post(reverse("staff:counter_new"), told).content.decode()
    told = {"unit": unit, "code": "ruang-tunggu", "name": "Ruang tunggu", "pools": [pool.uid]}
    assert sari.post(reverse("staff:board_new"), told).status_code == 302
    page = sari.get(reverse("staff:queue")).content.decode()
    assert "/papan/ruang-tunggu/" in page
    assert "Loket 4" in page


def test_changing_keeps_what_is_not_asked(hall, enter):
    sari, pool, counter = enter("sari"), hall.lines["A"], hall.counters[0]
    assert "Huruf A tetap" in sari.get(reverse("staff:pool_change", args=[pool.uid])).content.decode()
    told = {"name": "Catatan sipil", "layanan": [hall.office.layanan.uid], "is_active": "on"}
    told |= {"ordinary_between": 1, "recalls_before_no_show": 3, "recall_spacing": 30, "is_overnight": "on"}
    assert sari.post(reverse("staff:pool_change", args=[pool.uid]), told).status_code == 302
    pool.refresh_from_db()
    assert (pool.name, pool.letter, pool.is_overnight, pool.is_active) == ("Catatan sipil", "A", True, True)
    told = {"number": 9, "name": "Kasir", "pools": [hall.lines["B"].uid]}
    assert sari.post(reverse("staff:counter_change", args=[counter.uid]), told).status_code == 302
    counter = Counter.objects.get(pk=counter.pk)
    assert (str(counter), counter.is_active, list(counter.pools.all())) == ("Kasir", False, [hall.lines["B"]])
    assert not Board.objects.exists()


@pytest.mark.parametrize(("who", "status"), [("rina", 403), ("dewi", 302)])
def test_a_second_person_puts_an_end_right(hall, enter, who, status):
    session = hall.sit()
    hall.issue()
    ticket = hall.serve(session)
    client = enter(who)
    with moments.replayed_at(hall.later(5)):
        answer = client.post(reverse("staff:queue_undo", args=[ticket.uid]), {"reason": "Salah tekan"})
        page = client.get(reverse("staff:queue_day", args=[hall.office.unit.uid])).content.decode()
    assert answer.status_code == status
    assert ticket.label in page
    assert f"{int(status == 302)} akhir dibetulkan orang kedua" in page
    assert ("Salah tekan" in page) == (status == 302)


def test_the_running_list_asks_as_often_however_long(hall, enter):
    session, dewi = hall.sit(), enter("dewi")
    address, asked = reverse("staff:queue_day", args=[hall.office.unit.uid]), []
    for _ in range(3):
        for _ in range(4):
            hall.issue(after=1)
        hall.serve(session)
        with moments.replayed_at(hall.later(5)), CaptureQueriesContext(connection) as queries:
            dewi.get(address)
        asked.append(len(queries))
    assert asked[1] == asked[2]
