"""A proposal, a neighbour's vote, the official answer and what came of it, on phones and one desk."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from tests.browser import PHONE, sign_in, watched_page, weight
from tests.cast import PASSWORD
from tests.journeys.consulted_office import OFFICIAL, TOPIC
from tests.journeys.hands import look, press

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PROPOSAL = "Lampu di Gang Kenanga"
MOST = 100_000  # bytes of a first visit


@pytest.fixture
def neighbour(chromium):
    with watched_page(chromium, viewport=PHONE, java_script_enabled=False) as page:
        yield page


def test_from_a_proposal_to_what_came_of_it(site, phone, neighbour, desk):
    site.call("tests.journeys.consulted_office:open_consulted_office")
    address = propose(site, phone)
    support(site, neighbour, address)
    answer(site, desk)
    report_progress(desk)

    phone.goto(address)
    expect(phone.get_by_text("Gang Kenanga masuk anggaran tahun depan.")).to_be_visible()
    expect(phone.get_by_text("Empat lampu sudah menyala.")).to_be_visible()
    expect(phone.get_by_text("Sudah terlaksana").first).to_be_visible()
    look(phone, "konsultasi-usulan")
    phone.goto(f"{site.url}/warga/")
    expect(phone.get_by_role("link", name=PROPOSAL)).to_be_visible()
    look(phone, "warga")


def propose(site, phone: Page) -> str:
    assert weight(phone, f"{site.url}/konsultasi/") <= MOST
    look(phone, "konsultasi")
    phone.get_by_role("link", name=TOPIC).click()
    look(phone, "konsultasi-topik")
    phone.get_by_role("link", name="Ajukan usulan").click()
    come_in(site, phone, "ani@contoh.test")
    phone.get_by_label("Judul usulan").fill(PROPOSAL)
    phone.get_by_label("Isi usulan").fill("Gelap sesudah magrib, padahal jalan ke sekolah.")
    look(phone, "konsultasi-usul")
    press(phone, "Kirim usulan")
    expect(phone.get_by_role("heading", name=PROPOSAL)).to_be_visible()
    return phone.url


def come_in(site, page: Page, email: str) -> None:
    page.get_by_label("Alamat surel").fill(email)
    look(page, "warga-masuk")
    press(page, "Kirim kode")
    page.get_by_label("Kode enam angka").fill(
        site.call("tests.journeys.consulted_office:print_last_code").strip()
    )
    press(page, "Masuk")


def support(site, neighbour: Page, address: str) -> None:
    """Without a script, and signing in on the way."""
    neighbour.goto(address)
    press(neighbour, "Dukung usulan ini")
    neighbour.get_by_label("Alamat surel").fill("bayu@contoh.test")
    press(neighbour, "Kirim kode")
    code = site.call("tests.journeys.consulted_office:print_last_code").strip()
    neighbour.get_by_label("Kode enam angka").fill(code)
    press(neighbour, "Masuk")
    press(neighbour, "Dukung usulan ini")
    expect(neighbour.get_by_text("Dukungan dicatat")).to_be_visible()
    expect(neighbour.get_by_text("Anda mendukung")).to_be_visible()


def answer(site, desk: Page) -> None:
    sign_in(desk, site, OFFICIAL, PASSWORD)
    desk.goto(f"{site.url}/kelola/konsultasi/jawaban/")
    look(desk, "konsultasi-ditunggu")
    desk.get_by_role("link", name="Jawab Usulan 1").click()
    desk.get_by_text("Diterima", exact=True).click()
    desk.get_by_label("Alasan").fill("Gang Kenanga masuk anggaran tahun depan.")
    desk.get_by_label("Tindak lanjut paling lambat").fill(
        (timezone.localdate() + timedelta(days=90)).isoformat()
    )
    look(desk, "konsultasi-jawab")
    press(desk, "Beri jawaban")


def report_progress(desk: Page) -> None:
    desk.goto(desk.url.split("/konsultasi/")[0] + "/kelola/konsultasi/jawaban/")
    desk.get_by_role("link", name="Kabarkan kemajuan").click()
    desk.get_by_label("Apa yang sudah dikerjakan").fill("Empat lampu sudah menyala.")
    desk.get_by_label("Sudah terlaksana seluruhnya").check()
    press(desk, "Kabarkan kemajuan")
