"""A coordinator works through the morning with the keyboard alone; a phone shows the same without losing anything."""

import pytest
from playwright.sync_api import expect

from tests.browser import assert_accessible, shot, sign_in
from tests.cast import PASSWORD


@pytest.mark.browser
def test_a_complaint_is_verified_by_keyboard_on_a_page_that_everybody_can_use(site, desk, phone):
    site.call("tests.web.staff.complaints.street:open_street")
    sign_in(desk, site, "koko", PASSWORD)
    desk.goto(f"{site.url}/kelola/aduan/")
    assert_accessible(desk)
    shot(desk, "aduan-daftar")
    desk.get_by_role("link", name="Lampu jalan mati di depan pasar, gelap sekali").click()
    expect(desk.get_by_text("Mungkin laporan yang sama")).to_be_visible()
    expect(desk.get_by_role("img", name="Foto 1")).to_be_visible()
    assert_accessible(desk)
    shot(desk, "aduan-laporan")
    desk.get_by_label("Kategori").focus()
    desk.keyboard.type("Jam")
    desk.get_by_role("button", name="Verifikasi").focus()
    desk.keyboard.press("Enter")
    expect(desk.get_by_text("Laporan diverifikasi")).to_be_visible()
    sign_in(phone, site, "koko", PASSWORD)
    phone.goto(desk.url)
    assert_accessible(phone)
    shot(phone, "aduan-laporan-telepon")
