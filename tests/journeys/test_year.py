"""Who is late is reminded and helped along from one desk; what was agreed before is read on a phone."""

import pytest
from playwright.sync_api import expect

from tests.browser import sign_in
from tests.cast import PASSWORD
from tests.journeys.changed_year import PREFIX
from tests.journeys.hands import follow, look, press

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_the_late_are_chased_and_versions_are_compared(site, desk, phone):
    site.call("tests.journeys.changed_year:prepare")
    sign_in(desk, site, PREFIX + "sari", PASSWORD)
    desk.goto(f"{site.url}/kerja/tahun/belum/")
    desk.get_by_label("Joko Seumpama").check()
    look(desk, "tahun-belum")
    press(desk, "Ingatkan yang dipilih")
    expect(desk.get_by_text("1 orang diingatkan")).to_be_visible()
    desk.goto(f"{site.url}/kerja/tahun/banyak/")
    desk.get_by_label("Pilih semua yang cocok").check()
    look(desk, "tahun-banyak")
    press(desk, "Mulai SKP kosong")
    expect(desk.get_by_text("4 orang dikerjakan.")).to_be_visible()
    look(desk, "tahun-hasil")
    desk.goto(f"{site.url}/kelola/gangguan/")
    look(desk, "tahun-gangguan")

    sign_in(phone, site, PREFIX + "rina", PASSWORD)
    phone.goto(f"{site.url}/kerja/skp/")
    follow(phone, "Tahun 2026")
    phone.get_by_role("link", name="Bandingkan versi").click()
    expect(phone.get_by_text("Pemindai bersama")).to_be_visible()
    look(phone, "tahun-versi")
