"""A leader divides his indicators on a desk; his officer takes her part over on a phone."""

import pytest
from playwright.sync_api import expect

from tests.browser import sign_in
from tests.cast import PASSWORD
from tests.journeys.divided_office import PREFIX
from tests.journeys.hands import follow, look, press

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PART = "Berkas warga selesai tanpa diulang"


def test_from_a_cell_to_an_rhk_with_an_indicator_of_the_library(site, desk, phone):
    site.call("tests.journeys.divided_office:prepare")
    sign_in(desk, site, PREFIX + "dewi", PASSWORD)
    desk.goto(f"{site.url}/kerja/matriks/")
    follow(desk, "Tahun 2026")
    desk.get_by_label("Rina Misal: Indeks kepuasan kelurahan").fill(PART)
    look(desk, "matriks-isi")
    press(desk, "Simpan matriks")
    expect(desk.get_by_text("calon RHK", exact=True)).to_be_visible()

    sign_in(phone, site, PREFIX + "rina", PASSWORD)
    phone.goto(f"{site.url}/kerja/skp/")
    follow(phone, "Tahun 2026")
    look(phone, "matriks-calon")
    press(phone, "Jadikan RHK")
    expect(phone.get_by_role("heading", name=PART)).to_be_visible()
    follow(phone, "Tambah IKI")
    phone.get_by_role("link", name="Atau mulai dari contoh").click()
    phone.fill("#id_q", "sekali jalan")
    press(phone, "Tampilkan")
    look(phone, "matriks-perpustakaan")
    follow(phone, "Pakai")
    press(phone, "Periksa dahulu")
    look(phone, "matriks-saran")
    press(phone, "Tambahkan IKI")
    expect(phone.get_by_text("Berkas diproses benar sekali jalan").first).to_be_visible()
    desk.reload()
    expect(desk.get_by_text("sudah menjadi RHK")).to_be_visible()
