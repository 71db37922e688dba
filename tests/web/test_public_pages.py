"""The promises every public page makes, in a real browser before the real server."""

from itertools import product

import pytest

from tests.browser import assert_accessible, assert_fits, shot, watched_page, weight

pytestmark = pytest.mark.browser

PAGES = {
    "beranda": "/",
    "komponen": "/komponen/",
    "dasar-hukum": "/dasar-hukum/?q=keberatan",
    "aturan": "/dasar-hukum/aturan/predikat_kinerja/?hasil=sesuai&perilaku=di_atas&tanggal_berlaku=2026-01-31",
    "ketentuan": "/dasar-hukum/ketentuan/kinerja/matriks_predikat/",
    "masuk": "/akun/login/",
    "lupa-sandi": "/akun/password/reset/",
    "tidak-ada": "/tidak-ada/",
}
KILOBYTE = 1000
STRICT = "default-src 'none'"


@pytest.mark.parametrize("name", PAGES)
def test_nobody_is_kept_out(site, chromium, name):
    with watched_page(chromium) as page:
        for scheme, width in product(("light", "dark"), (360, 1280)):
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size({"width": width, "height": 800})
            page.goto(site.url + PAGES[name])
            assert_accessible(page)
            shot(page, f"{name}-{scheme}")


@pytest.mark.parametrize("name", PAGES)
def test_a_first_visit_is_light_strict_and_fits_the_smallest_phone(site, phone, name):
    assert weight(phone, site.url + PAGES[name]) <= 100 * KILOBYTE
    for width in (320, 360, 800):
        phone.set_viewport_size({"width": width, "height": 740})
        assert_fits(phone)
    headers = phone.reload().headers
    assert STRICT in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-request-id"]


def test_the_law_is_found_and_tried_without_javascript(site, chromium):
    with watched_page(chromium, java_script_enabled=False) as page:
        page.goto(f"{site.url}/")
        page.get_by_role("link", name="Dasar hukum").first.click()
        page.get_by_role("searchbox").fill("kuadran")
        page.get_by_role("button", name="Cari").click()
        page.get_by_role("link", name="Predikat kinerja", exact=True).click()
        page.get_by_label("Di bawah").first.check()
        page.get_by_role("button", name="Hitung").click()
        assert "butuh perbaikan" in page.locator("#hasil").inner_text()


def test_english_is_one_click_away_without_javascript(site, chromium):
    with watched_page(chromium, java_script_enabled=False) as page:
        page.goto(f"{site.url}/dasar-hukum/")
        page.get_by_role("button", name="English").click()
        assert page.url == f"{site.url}/dasar-hukum/"
        assert page.locator("html").get_attribute("lang") == "en"
        assert page.get_by_role("heading", level=1).inner_text() == "The law behind every number"


def test_the_keyboard_reaches_the_content_first(site, desk):
    desk.goto(f"{site.url}/")
    desk.keyboard.press("Tab")
    assert desk.evaluate("document.activeElement.textContent") == "Lompat ke isi"
    desk.keyboard.press("Enter")
    assert desk.evaluate("document.activeElement.id") == "isi"


def test_paper_has_no_furniture(site, desk):
    desk.goto(f"{site.url}/dasar-hukum/")
    desk.emulate_media(media="print")
    for furniture in (".nav", ".foot", ".language"):
        assert not desk.locator(furniture).first.is_visible()
    assert desk.get_by_role("heading", level=1).is_visible()
