"""A leader drags a card on a desk; the assessor answers on a phone."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser import assert_accessible, assert_fits, shot, sign_in
from tests.cast import PASSWORD
from tests.journeys.calibrated_office import PREFIX

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def look(page: Page, name: str) -> None:
    assert_fits(page)
    assert_accessible(page)
    shot(page, f"kalibrasi-{name}")


def press(page: Page, words: str) -> None:
    page.get_by_role("main").get_by_role("button", name=words, exact=True).click()


def test_a_card_is_dragged_and_its_assessor_keeps_his_rating(site, desk, phone):
    board = (
        f"{site.url}/kerja/kalibrasi/papan/{site.call('tests.journeys.calibrated_office:prepare').strip()}/"
    )
    sign_in(desk, site, PREFIX + "dewi", PASSWORD)
    desk.goto(board)
    look(desk, "papan")
    card = desk.locator(".seat", has_text="Budi Andaian").first
    card.drag_to(desk.locator('.cell[data-hasil="di_atas"][data-perilaku="sesuai"]'))
    expect(desk.get_by_label("Alasan perpindahan")).to_be_focused()
    expect(desk.locator("#id_hasil")).to_have_value("di_atas")
    press(desk, "Usulkan")
    expect(desk.get_by_text("Tulis alasan perpindahan ini")).to_be_visible()
    look(desk, "galat")
    desk.get_by_label("Alasan perpindahan").fill("Dibandingkan dengan rekan setugas di kantor lain.")
    press(desk, "Usulkan")
    expect(desk.get_by_text("Menunggu pejabat penilai")).to_be_visible()

    sign_in(phone, site, PREFIX + "budi", PASSWORD)
    phone.goto(board)
    look(phone, "pejabat")
    phone.locator(".seat", has_text="Menunggu pejabat penilai").get_by_role("link").click()
    look(phone, "usulan")
    phone.get_by_label("Alasan Anda mempertahankan").fill("Kedua kantor tidak sama beratnya.")
    with phone.expect_navigation():
        press(phone, "Pertahankan")
    look(phone, "sesudah")
    phone.goto(board)
    expect(phone.get_by_text("Rating semula dipertahankan")).to_be_visible()
