"""Journey 4: a citizen without a name complains, is answered, is not content, and has the last word."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser import DESK, sign_in, watched_page
from tests.cast import PASSWORD
from tests.journeys.complaint_office import CATEGORY, CONTACT, COORDINATOR, LIAISON, NAME, UNIT
from tests.journeys.hands import look, press

pytestmark = [pytest.mark.browser, pytest.mark.slow]

STORY = "Tiga lampu jalan di gang belakang balai warga mati sejak Senin malam."


@pytest.fixture
def coordinator(chromium, site):
    with watched_page(chromium, viewport=DESK) as page:
        sign_in(page, site, COORDINATOR, PASSWORD)
        yield page


@pytest.fixture
def liaison(chromium, site):
    with watched_page(chromium, viewport=DESK) as page:
        sign_in(page, site, LIAISON, PASSWORD)
        yield page


@pytest.fixture(scope="module", autouse=True)
def office(site):
    site.call("tests.journeys.complaint_office:open_complaint_office")


def test_answered_reopened_escalated_and_closed_by_who_complained(site, phone, coordinator, liaison):
    code = report(site, phone)
    number = sort_out(site, coordinator)
    answer(site, liaison, "Lampu dijadwalkan diganti minggu depan.")
    close(site, coordinator)

    reopen(site, phone, code)
    answer(site, liaison, "Ketiga lampu sudah diganti tadi malam; terima kasih sudah mengingatkan.")
    close(site, coordinator)
    have_the_last_word(site, phone, code)

    phone.goto(f"{site.url}/aduan/publik/{number}/")
    expect(phone.get_by_text(STORY)).to_be_visible()
    look(phone, "aduan-publik")
    assert NAME not in phone.content()
    named_in = site.call("tests.journeys.complaint_office:print_where_it_is_named").split()
    assert named_in == ["complaints.Identity"]


def report(site, phone: Page) -> str:
    phone.goto(f"{site.url}/aduan/")
    phone.get_by_label("Apa yang terjadi?").fill(STORY)
    expect(phone.get_by_role("radio", name=re.compile("^Tanpa nama Unit"))).to_be_checked()
    phone.get_by_text("Nama dan kontak untuk kabar").click()
    phone.get_by_label(re.compile("^Nama")).fill(NAME)
    phone.get_by_label("Surel atau nomor HP").fill(CONTACT)
    phone.get_by_text("Rincian lain").click()
    phone.get_by_label("Kantor yang bertanggung jawab").select_option(label=UNIT)
    look(phone, "aduan-isi")
    press(phone, "Kirim laporan")
    expect(phone.get_by_role("heading", name="Laporan Anda sudah diterima")).to_be_visible()
    look(phone, "aduan-tanda-terima")
    return phone.locator("code").first.inner_text()


def open_first(site, desk: Page) -> None:
    """The one report there is, among all that are open."""
    desk.goto(f"{site.url}/kelola/aduan/?lihat=")
    desk.get_by_role("link", name=re.compile("Tiga lampu")).first.click()
    assert NAME not in desk.content()
    assert CONTACT not in desk.content()


def sort_out(site, desk: Page) -> str:
    open_first(site, desk)
    desk.get_by_label("Kategori").first.select_option(label=CATEGORY)
    look(desk, "aduan-verifikasi")
    press(desk, "Verifikasi")
    desk.get_by_label("Unit", exact=True).first.select_option(label=UNIT)
    press(desk, "Teruskan")
    expect(desk.get_by_text("Laporan diteruskan").first).to_be_visible()
    found = re.search(r"ADU-\w+", desk.title())
    assert found
    return found.group()


def answer(site, desk: Page, words: str) -> None:
    open_first(site, desk)
    press(desk, "Ambil laporan ini")
    desk.get_by_role("textbox", name="Jawaban").first.fill(words)
    look(desk, "aduan-jawab")
    press(desk, "Kirim jawaban")
    expect(desk.get_by_text(words).first).to_be_visible()


def close(site, desk: Page) -> None:
    open_first(site, desk)
    press(desk, "Tutup")
    expect(desk.get_by_text("Selesai").first).to_be_visible()


def reopen(site, phone: Page, code: str) -> None:
    phone.goto(f"{site.url}/aduan/{code}/")
    look(phone, "aduan-dijawab")
    phone.get_by_text("Belum selesai, buka kembali").click()
    phone.get_by_label("Apa yang belum selesai?").fill("Sudah lewat seminggu dan masih gelap.")
    press(phone, "Buka kembali laporan")
    expect(phone.get_by_text("Dibuka kembali").first).to_be_visible()
    press(phone, "Minta diperiksa atasan")
    expect(phone.get_by_role("status").first).to_be_visible()
    look(phone, "aduan-dieskalasi")


def have_the_last_word(site, phone: Page, code: str) -> None:
    phone.goto(f"{site.url}/aduan/{code}/")
    phone.get_by_text("Sudah selesai, nilai penanganannya").click()
    phone.get_by_role("radio").nth(3).check(force=True)
    press(phone, "Nyatakan selesai")
    expect(phone.get_by_text("Selesai").first).to_be_visible()
    look(phone, "aduan-selesai")
