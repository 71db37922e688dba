"""Who is late is reminded and helped along from one desk; what was agreed before is read on a phone."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser import assert_accessible, assert_fits, shot, sign_in
from tests.cast import PASSWORD
from tests.journeys.changed_year import PREFIX

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def look(page: Page, name: str) -> None:
    assert_fits(page)
    assert_accessible(page)
    shot(page, f"tahun-{name}")


def press(page: Page, words: str) -> None:
    page.get_by_role("main").get_by_role("button", name=words).first.click()


def test_the_late_are_chased_and_versions_are_compared(site, desk, phone):
    site.call("tests.journeys.changed_year:prepare")
    sign_in(desk, site, PREFIX + "sari", PASSWORD)
    desk.goto(f"{site.url}/kerja/tahun/belum/")
    desk.get_by_label("Joko Seumpama").check()
    look(desk, "belum")
    press(desk, "Ingatkan yang dipilih")
    expect(desk.get_by_text("1 orang diingatkan")).to_be_visible()
    desk.goto(f"{site.url}/kerja/tahun/banyak/")
    desk.get_by_label("Pilih semua yang cocok").check()
    look(desk, "banyak")
    press(desk, "Mulai SKP kosong")
    expect(desk.get_by_text("4 orang dikerjakan.")).to_be_visible()
    look(desk, "hasil")
    desk.goto(f"{site.url}/kelola/gangguan/")
    look(desk, "gangguan")

    sign_in(phone, site, PREFIX + "rina", PASSWORD)
    phone.goto(f"{site.url}/kerja/skp/")
    phone.get_by_role("main").get_by_role("link", name="Tahun 2026").first.click()
    phone.get_by_role("link", name="Bandingkan versi").click()
    expect(phone.get_by_text("Pemindai bersama")).to_be_visible()
    look(phone, "versi")
