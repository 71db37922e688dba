"""From the first sign-in to the first progress in under three minutes, and the clinic list moves with it."""

import time

import pytest
from playwright.sync_api import Page, expect

from abdi.organisation.accounts import give_password
from abdi.platform.accounts.models import system_user
from abdi.platform.tenancy.models import Instansi
from abdi.platform.tenancy.scope import instansi_scope
from tests import cast
from tests.browser import Site, assert_accessible, assert_fits, shot, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PREFIX = "mulai-"
OWN = "kata-sandi pilihan sendiri 8"
BUDGET = 180  # seconds, journey 7
DONE = "Membantu 12 warga mengurus kartu keluarga"


def prepare() -> None:
    """An agency of its own; prints the one-time password that Rina is handed."""
    one = Instansi.objects.create(code="kota-mulai", name="Kota Mulai", place="Contoh", is_example=True)
    with instansi_scope(one):
        office = cast.open_office(prefix=PREFIX)
        print(give_password(actor=system_user(), employee=office.rina).password, end="")


def press(page: Page, words: str) -> None:
    page.get_by_role("main").get_by_role("button", name=words).first.click()


def look(page: Page, name: str) -> None:
    assert_fits(page)
    assert_accessible(page)
    shot(page, f"mulai-{name}")


def test_a_newcomer_gets_to_his_first_progress(site, phone, desk):
    password = site.call("tests.journeys.test_first_progress:prepare")
    sign_in(desk, site, PREFIX + "sari", cast.PASSWORD)
    assert "belum pernah masuk" in _in_clinic(desk, site)
    look(desk, "klinik")
    began = time.monotonic()
    _first_sign_in(phone, site, password)
    expect(phone.get_by_role("heading", name="Langkah pertama")).to_be_visible()
    look(phone, "daftar")
    phone.get_by_role("link", name="Dituntun").click()
    look(phone, "dituntun")
    _draft(phone)
    phone.goto(f"{site.url}/kerja/langkah-pertama/")
    phone.get_by_role("link", name="Isi progres pertama").first.click()
    phone.fill("#id_text", DONE)
    press(phone, "Simpan progres")
    expect(phone.get_by_text(DONE).first).to_be_visible()
    assert time.monotonic() - began < BUDGET
    phone.goto(f"{site.url}/kerja/")
    expect(phone.get_by_text("selesai", exact=True).first).to_be_visible()
    assert _in_clinic(desk, site) == ""


def _in_clinic(page: Page, site: Site) -> str:
    """Rina's row in the clinic list; empty once she needs no hand."""
    page.goto(f"{site.url}/kerja/langkah-pertama/klinik/")
    rows = page.get_by_role("row").filter(has_text="Rina Misal")
    return rows.first.inner_text() if rows.count() else ""


def _first_sign_in(page: Page, site: Site, password: str) -> None:
    sign_in(page, site, PREFIX + "rina", password)
    for field, value in {"oldpassword": password, "password1": OWN, "password2": OWN}.items():
        page.fill(f"#id_{field}", value)
    page.locator("main form .btn-primary, main form button[type=submit]").first.click()
    page.wait_for_url(f"{site.url}/kerja/**")


def _draft(page: Page) -> None:
    page.get_by_role("main").get_by_role("link", name="Susun SKP").first.click()
    page.select_option("#id_period", label="Tahun 2026")
    press(page, "Mulai menyusun")
