"""An officer receives her report card on a phone and objects; her leader explains, his superior decides."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser import PHONE, sign_in, watched_page
from tests.cast import PASSWORD
from tests.journeys.disputed_office import PREFIX
from tests.journeys.hands import follow, look, press

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def turn(page: Page, site, who: str) -> None:
    """Sign in and open the first thing that waits."""
    sign_in(page, site, PREFIX + who, PASSWORD)
    page.goto(f"{site.url}/kerja/keberatan/menunggu/")
    look(page, f"keberatan-menunggu-{who}")
    follow(page, "Rina Misal")


def test_a_predikat_is_received_disputed_and_changed(site, chromium, phone, desk):
    site.call("tests.journeys.disputed_office:prepare")
    sign_in(phone, site, PREFIX + "rina", PASSWORD)
    phone.goto(f"{site.url}/kerja/keberatan/")
    look(phone, "keberatan-daftar")
    follow(phone, "Triwulan III 2026")
    look(phone, "keberatan-rapor")
    press(phone, "Terima rapor")
    expect(phone.get_by_text("Diterima pegawai")).to_be_visible()
    follow(phone, "Ajukan keberatan")
    press(phone, "Kirim keberatan")
    expect(phone.get_by_text("Tulis alasan keberatan Anda")).to_be_visible()
    phone.get_by_label("Alasan keberatan").fill("Panduan sudah terbit 12 Agustus.")
    look(phone, "keberatan-isi")
    press(phone, "Kirim keberatan")
    expect(phone.get_by_text("Diputus oleh Budi Andaian")).to_be_visible()

    turn(desk, site, "dewi")
    desk.get_by_label("Penjelasan Anda").fill("Panduan kedua terbit sesudah periode.")
    press(desk, "Kirim penjelasan")
    look(desk, "keberatan-dijelaskan")

    with watched_page(chromium, viewport=PHONE) as superior:
        turn(superior, site, "budi")
        superior.get_by_text("Ubah kedua rating").click()
        for group in ("Hasil kerja, bila diubah", "Perilaku kerja, bila diubah"):
            superior.get_by_role("group", name=group).get_by_text("Sesuai ekspektasi").click()
        superior.get_by_label("Alasan putusan").fill("Nomor terbitnya 12 Agustus, masih dalam periode.")
        look(superior, "keberatan-putusan")
        press(superior, "Putuskan")
        expect(superior.get_by_text("Predikat diubah")).to_be_visible()

    phone.goto(f"{site.url}/kerja/keberatan/")
    follow(phone, "Triwulan III 2026")
    look(phone, "keberatan-sesudah")
    expect(phone.get_by_text("Butuh Perbaikan").first).to_be_visible()
