"""Journey 1: a citizen's phone, the kiosk at the door, the display and the counter, as four windows."""

import json
import re
import time
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, expect

from tests.browser import assert_accessible, assert_fits, shot, sign_in, watched_page
from tests.cast import PASSWORD
from tests.journeys.counter_office import BOARD, OFFICER, OFFICER_NAME, SERVICE

pytestmark = [pytest.mark.browser, pytest.mark.slow]

BIG = {"width": 1280, "height": 720}
THANKS = "Bu Lastri sabar menerangkan syaratnya."


@pytest.fixture(scope="module")
def token(site) -> str:
    _wait_for_a_new_day()
    return json.loads(site.call("tests.journeys.counter_office:open_counter_office"))


@pytest.fixture
def kiosk(chromium, site, token):
    with watched_page(chromium, viewport=BIG) as page:
        page.goto(f"{site.url}/kios/daftar/")
        page.get_by_role("textbox").fill(token)
        page.get_by_role("button", name="Daftarkan kios ini").click()
        yield page


@pytest.fixture
def display(chromium, site, token):
    with watched_page(chromium, viewport=BIG) as page:
        page.goto(f"{site.url}/papan/{BOARD}/")
        yield page


def _wait_for_a_new_day() -> None:
    """A slot ends with its day: whoever begins this in the last minutes of one begins it after midnight."""
    now = datetime.now(ZoneInfo("Asia/Jakarta"))
    if (now.hour, now.minute) >= (23, 55):
        # the server goes by the real clock, and nothing but time makes its day new: at most five minutes, once
        time.sleep(60 * (60 - now.minute))


def test_from_a_reservation_at_home_to_what_she_says_of_the_counter(site, phone, kiosk, display, desk):
    expect(display.locator("[data-now=counter]")).to_have_text("Belum ada panggilan")

    code = reserve(site, phone)
    reserved = arrive(kiosk, code)
    walked_in = take_at_the_door(kiosk)
    follow(phone, reserved)

    sit_down(site, desk)
    strike(desk, "Enter")
    expect(desk.locator(".ticket-number")).to_have_text(reserved)
    expect(display.locator("[data-now=label]")).to_have_text(reserved)
    expect(display.locator("[data-now=counter]")).to_have_text("Loket 1")
    expect(phone.locator("[data-standing=called]")).to_be_visible()
    assert_accessible(display)
    shot(display, "papan-antrean")

    strike(desk, "s")
    expect(desk.get_by_role("heading", name="Sedang dilayani")).to_be_visible()
    assert_accessible(desk)
    shot(desk, "loket")
    strike(desk, "Enter")
    expect(desk.locator(".ticket-number")).to_have_text(walked_in)
    expect(display.locator("[data-now=label]")).to_have_text(walked_in)
    phone.reload()
    expect(phone.get_by_role("status").first).to_contain_text("Selesai")

    told = json.loads(site.call("tests.journeys.counter_office:print_facts"))
    assert {"queue.wait", "queue.wait_service", "queue.service", "queue.total"} <= set(told)

    answer_the_survey(phone, desk)
    told = json.loads(site.call("tests.journeys.counter_office:print_answer"))
    assert told == {"about": [OFFICER_NAME, SERVICE], "traces": []}
    site.call("tests.journeys.counter_office:release_two_days_later")  # alone it stays where it is
    expect_no_word(site, desk)
    site.call("tests.journeys.counter_office:four_others_answer")
    site.call("tests.journeys.counter_office:release_a_day_later")  # of five, the last is not a whole day old
    expect_no_word(site, desk)
    site.call("tests.journeys.counter_office:release_two_days_later")
    desk.reload()
    expect(desk.get_by_text(THANKS)).to_be_visible()


def reserve(site, phone: Page) -> str:
    """From what people call it to a code, without an account."""
    phone.goto(f"{site.url}/layanan/?q=pindah+alamat")
    phone.get_by_role("link", name=SERVICE).first.click()
    expect(phone.get_by_role("heading", name=SERVICE).first).to_be_visible()
    phone.get_by_role("link", name="Ambil nomor").first.click()
    phone.get_by_role("link", name=re.compile("Pesan jam")).first.click()
    phone.get_by_role("radio").first.check()
    phone.get_by_role("button", name="Pesan tempat").click()
    expect(phone.get_by_role("button", name="Saya sudah tiba")).to_be_visible()
    assert_accessible(phone)
    assert_fits(phone)
    return phone.locator("code").first.inner_text()


def arrive(kiosk: Page, code: str) -> str:
    kiosk.get_by_role("link", name="Saya sudah memesan jam").click()
    kiosk.get_by_role("textbox").fill(code)
    kiosk.get_by_role("button", name="Ambil nomor").click()
    label = kiosk.locator(".ticket-number").inner_text()
    kiosk.get_by_role("link", name="Selesai").click()
    return label


def take_at_the_door(kiosk: Page) -> str:
    assert_accessible(kiosk)
    kiosk.get_by_role("button", name=re.compile(SERVICE)).click()
    label = kiosk.locator(".ticket-number").inner_text()
    kiosk.get_by_role("link", name="Selesai").click()
    return label


def follow(phone: Page, label: str) -> None:
    """The reservation's page leads to the number it became."""
    phone.reload()
    phone.get_by_role("link", name=f"Lihat nomor {label}").click()
    expect(phone.locator("#nomor")).to_have_text(label)
    assert_accessible(phone)
    assert_fits(phone)
    shot(phone, "nomor-antrean")


def answer_the_survey(phone: Page, desk: Page) -> None:
    """From the page of her number; the officer who served her is not let in by the same link."""
    phone.get_by_role("link", name="Jawab survei").click()
    desk.goto(phone.url)
    expect(desk.get_by_text("Survei diisi warga, bukan dari akun pegawai.")).to_be_visible()
    for tiles in phone.locator(".scale").all():
        tiles.locator("label").nth(2).click()
    phone.get_by_text("Terima kasih atau kritik untuk petugasnya").click()
    phone.get_by_role("radio", name="Terima kasih", exact=True).check()
    phone.get_by_label("Terima kasih atau kritik untuknya").fill(THANKS)
    phone.get_by_role("button", name="Kirim jawaban").click()
    expect(phone.get_by_role("heading", name="Terima kasih, jawaban Anda sudah masuk")).to_be_visible()


def expect_no_word(site, desk: Page) -> None:
    desk.goto(f"{site.url}/kerja/kata-warga/")
    expect(desk.get_by_text("Belum ada kata warga.")).to_be_visible()
    expect(desk.get_by_text(THANKS)).to_have_count(0)


def sit_down(site, desk: Page) -> None:
    sign_in(desk, site, OFFICER, PASSWORD)
    desk.goto(f"{site.url}/loket/")
    desk.get_by_role("button", name="Loket 1").click()
    expect(desk.get_by_role("heading", name="Loket kosong")).to_be_visible()


def strike(desk: Page, key: str) -> None:
    """As an officer does: once the page says that it takes keys."""
    expect(desk.locator("[data-keys-switch]")).to_be_visible()
    desk.keyboard.press(key)
