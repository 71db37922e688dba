"""The organisation's result and the board, as each of the people involved meets them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from abdi.evaluation.calibration.models import Seat
from abdi.evaluation.organisation_result.models import OrganisationResult
from tests.evaluation.calibration.board import draft, opened

MET = ("sesuai", "sesuai")


@pytest.fixture
def board(office):
    """Ten people of Dewi in one cell, six of Budi over the quadrant."""
    draft(office, 10, [MET])
    draft(office, 6, [("di_atas", "di_atas"), MET, ("di_bawah", "sesuai")], assessor=office.budi)
    return opened(office)


def text(answer):
    return answer.content.decode().replace("\N{NO-BREAK SPACE}", " ")


def url(board):
    return f"/kerja/kalibrasi/papan/{board.uid}/"


def unit_url(office):
    return f"/kerja/kalibrasi/unit/{office.unit.uid}/{office.quarter.uid}/"


def test_the_result_is_entered_where_nobody_stands_above(office, enter):
    OrganisationResult.objects.all().delete()
    sari = enter("sari")
    assert "Belum ditetapkan" in text(sari.get("/kerja/kalibrasi/organisasi/"))
    refused = sari.post(f"{unit_url(office)}tetapkan/", {"predikat": "baik", "reason": ""})
    assert (refused.status_code, "Tulis alasannya" in text(refused)) == (422, True)
    sari.post(f"{unit_url(office)}tetapkan/", {"predikat": "istimewa", "reason": "Semua target terlampaui."})
    page = text(enter("dewi").get(unit_url(office)))
    assert "Capaian organisasi: Istimewa" in page
    assert "Kelompok terbanyak Sangat Baik" in page
    assert "tetapkan/" not in page  # she leads it, so she does not judge it


def test_the_spread_is_counts_and_a_curve_without_names(office, enter, board):
    page = text(enter("dewi").get(unit_url(office)))
    assert "16 pegawai, tanpa nama" in page
    assert "Pegawai Contoh" not in page
    assert "semestinya ada pegawai" not in page  # two need improvement
    assert "Baik paling banyak 70 %, di sini 75,00 %" in page
    assert 'class="chart"' in page


def test_the_leader_sees_nine_cells_and_every_assessor(enter, board):
    page = text(enter("dewi").get(url(board)))
    assert page.count('class="cell"') == 9
    assert "+4 lagi" in page
    assert "Dewi Umpama" in page
    assert "Budi Andaian" in page
    assert "tidak terbedakan dari papan" in page
    cell = text(enter("dewi").get(f"{url(board)}kotak/", {"hasil": "sesuai", "perilaku": "sesuai"}))
    assert cell.count('class="seat"') == 12


def test_an_assessor_sees_only_his_own(enter, board):
    page = text(enter("budi").get(url(board)))
    assert page.count('class="seat"') == 6
    assert "Dewi Umpama" not in page
    assert "Usulkan" not in page
    assert enter("rina").get(url(board)).status_code == 403


def test_a_card_dropped_or_chosen_opens_the_same_form(enter, board):
    dewi, seat = enter("dewi"), board.seats.filter(assessor__name="Budi Andaian", hasil="sesuai").first()
    asked = {"kartu": str(seat.uid), "hasil": "di_atas", "perilaku": "di_bawah"}
    page = text(dewi.get(url(board), asked))
    assert '<option value="di_bawah" selected>' in page
    typed = {"seat": str(seat.uid), "hasil": "di_atas", "perilaku": "sesuai"}
    refused = dewi.post(f"{url(board)}pindah/", {**typed, "reason": ""})
    assert (refused.status_code, "Tulis alasan perpindahan" in text(refused)) == (422, True)
    dewi.post(f"{url(board)}pindah/", {**typed, "reason": "Dibandingkan dengan rekan setugas."})
    budi = enter("budi")
    page = text(budi.get(f"/kerja/kalibrasi/usulan/{seat.uid}/"))
    assert "Dibandingkan dengan rekan setugas." in page
    assert budi.post(f"/kerja/kalibrasi/usulan/{seat.uid}/pertahankan/", {"reason": ""}).status_code == 422
    budi.post(f"/kerja/kalibrasi/usulan/{seat.uid}/terima/", {"reason": "Melampaui target."})
    seat.evaluation.refresh_from_db()
    assert (seat.evaluation.rating_hasil, seat.evaluation.reason) == ("di_atas", "Melampaui target.")


def test_a_board_is_opened_refreshed_and_closed(office, enter):
    draft(office, 3)
    dewi = enter("dewi")
    address = dewi.post(f"{unit_url(office)}papan/").url
    draft(office, 2)
    dewi.post(f"{address}segarkan/")
    assert Seat.objects.count() == 5
    dewi.post(f"{address}tutup/")
    page = text(dewi.get(address))
    assert "Ditutup" in page
    assert "kartu=" not in page
    assert "Kelurahan Melati" in text(dewi.get("/kerja/kalibrasi/"))


def test_more_people_and_assessors_cost_no_more_queries(office, enter, board):
    def queries():
        client.get(url(board))
        with CaptureQueriesContext(connection) as seen:
            assert client.get(url(board)).status_code == 200
        return len(seen)

    client = enter("dewi")
    few = queries()
    draft(office, 60, assessor=office.sari)
    client.post(f"{url(board)}segarkan/")
    client.get(url(board))  # the toast of that is read
    assert queries() == few <= 25
