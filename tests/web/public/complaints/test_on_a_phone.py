"""Reporting in a real browser: with photograph and place, through a cut network, and without JavaScript."""

import pytest

from tests.browser import assert_accessible, assert_fits, shot, watched_page, weight
from tests.web.public.complaints.conftest import photograph

pytestmark = pytest.mark.browser
PHONE = {"width": 390, "height": 844}
STORY = "Lampu jalan mati sejak Kamis"


def picture() -> dict:
    return {"name": "lampu.jpg", "mimeType": "image/jpeg", "buffer": photograph(size=(2400, 1800)).read()}


@pytest.fixture
def square(site):
    if "KEL-PETAK" not in site.call("tests.web.public.complaints.square:known"):
        site.call("tests.web.public.complaints.square:prepare")
    return f"{site.url}/aduan/"


def tell(page) -> None:
    page.get_by_label("Apa yang terjadi?").fill(STORY)
    page.locator(".map-tap").click(position={"x": 140, "y": 140})
    page.get_by_text("Titik ada di Kelurahan Petak").wait_for()


def test_with_photograph_and_place_through_a_cut_network(square, chromium):
    with watched_page(chromium, viewport=PHONE) as page:
        assert weight(page, square) < 100_000
        assert_accessible(page)
        assert_fits(page)
        tell(page)
        page.context.set_offline(True)
        page.get_by_role("button", name="Kirim laporan").click()
        page.get_by_text("Belum terkirim").wait_for()
        page.context.set_offline(False)
        page.goto(square)
        page.get_by_text("Draf dari perangkat ini dikembalikan").wait_for()
        assert page.get_by_label("Apa yang terjadi?").input_value() == STORY
        page.get_by_text("Titik ada di Kelurahan Petak").wait_for()
        page.get_by_label("Foto").set_input_files(picture())
        page.get_by_role("img", name="lampu.jpg").wait_for()
        page.get_by_role("button", name="Lihat yang akan dilihat petugas").click()
        page.get_by_role("heading", name="Yang akan dilihat petugas").wait_for()
        assert_accessible(page)
        shot(page, "complaint")
        page.get_by_role("button", name="Kirim laporan").click()
        page.get_by_role("heading", name="Laporan Anda sudah diterima").wait_for()
        assert_accessible(page)
        assert_fits(page)
        shot(page, "complaint-receipt")
        page.get_by_role("link", name="Lihat perjalanannya").click()
        page.get_by_role("img", name="Foto 1").wait_for()
        assert_accessible(page)
        assert_fits(page)
        shot(page, "complaint-track")
        for path in ("publik/", "statistik/"):
            page.goto(square + path)
            assert_accessible(page)
            assert_fits(page)
        page.goto(square)
        assert page.get_by_label("Apa yang terjadi?").input_value() == ""


def test_the_same_without_javascript(square, chromium):
    with watched_page(chromium, viewport=PHONE, java_script_enabled=False) as page:
        page.goto(square)
        tell(page)
        assert page.get_by_label("Apa yang terjadi?").input_value() == STORY
        page.get_by_label("Foto").set_input_files(picture())
        page.get_by_role("button", name="Kirim laporan").click()
        page.get_by_role("heading", name="Laporan Anda sudah diterima").wait_for()
