"""From the page of one's number to thanks, with a thumb, on a line that breaks; and at the machine in the hall."""

import json

import pytest
from playwright.sync_api import expect

from tests.browser import assert_accessible, assert_fits, shot, watched_page, weight

pytestmark = pytest.mark.browser

POCKET = {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def office(site):
    return json.loads(site.call("tests.web.public.survey_office:serve"))


def test_served_then_answered_on_one_screen(site, office, chromium):
    with watched_page(chromium, viewport=POCKET, has_touch=True) as pocket:
        assert weight(pocket, site.url + office["page"]) < 100_000
        assert_accessible(pocket)
        pocket.get_by_role("link", name="Jawab survei").tap()
        expect(pocket.get_by_role("heading", name="Bagaimana kunjungan Anda tadi?")).to_be_visible()
        assert_accessible(pocket)
        assert_fits(pocket)
        tiles = pocket.locator(".scale label")
        boxes = [one.bounding_box() for one in tiles.all()]
        assert len(boxes) == 36
        assert min(min(box["width"], box["height"]) for box in boxes) >= 44
        for number in range(9):
            tiles.nth(4 * number + 2).tap()
        expect(pocket.get_by_text("9 dari 9 dijawab")).to_be_visible()
        shot(pocket, "survei")

        pocket.reload()  # what was tapped is still there
        expect(pocket.get_by_text("9 dari 9 dijawab")).to_be_visible()
        pocket.context.set_offline(True)
        pocket.get_by_role("button", name="Kirim jawaban").tap()
        expect(pocket.get_by_text("Belum terkirim: sambungan terputus")).to_be_visible()
        assert site.call("tests.web.public.survey_office:count").strip() == "0"
        pocket.context.set_offline(False)  # and it is sent by itself
        expect(pocket.get_by_role("heading", name="Terima kasih, jawaban Anda sudah masuk")).to_be_visible()
        assert_accessible(pocket)
        assert pocket.evaluate("localStorage.length") == 0
        pocket.goto(site.url + office["page"])
        expect(pocket.get_by_role("link", name="Jawab survei")).to_have_count(0)
    assert site.call("tests.web.public.survey_office:count").strip() == "1"


def test_what_is_on_the_machine_stays_while_its_line_is_cut(site, office, chromium):
    with watched_page(chromium, viewport={"width": 1080, "height": 1280}) as kiosk:
        kiosk.goto(f"{site.url}/survei/kios/")
        kiosk.get_by_label("Kode perangkat").fill(office["token"])
        kiosk.get_by_role("button", name="Daftarkan kios ini").click()
        kiosk.get_by_role("link", name="Akta kelahiran").click()
        for tiles in kiosk.locator(".scale").all():
            tiles.locator("label").nth(1).click()
        kiosk.context.set_offline(True)
        expect(kiosk.get_by_text("Jawaban di layar tidak hilang")).to_be_visible()
        kiosk.context.set_offline(False)
        expect(kiosk.get_by_text("Jawaban di layar tidak hilang")).to_be_hidden()
        expect(kiosk.locator(".scale input:checked")).to_have_count(9)


def test_at_the_machine_without_a_script_too(site, office, chromium):
    with watched_page(chromium, viewport={"width": 1080, "height": 1280}, java_script_enabled=False) as kiosk:
        kiosk.goto(f"{site.url}/survei/kios/")
        kiosk.get_by_label("Kode perangkat").fill(office["token"])
        kiosk.get_by_role("button", name="Daftarkan kios ini").click()
        kiosk.get_by_role("link", name="Akta kelahiran").click()
        shot(kiosk, "survei-kios")
        for tiles in kiosk.locator(".scale").all():
            tiles.locator("label").nth(3).click()
        kiosk.get_by_role("button", name="Kirim jawaban").click()
        expect(kiosk.get_by_role("heading", name="Terima kasih, jawaban Anda sudah masuk")).to_be_visible()
        kiosk.get_by_role("link", name="Selesai").click()
        expect(kiosk.get_by_role("heading", name="Tadi mengurus apa?")).to_be_visible()
