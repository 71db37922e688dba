"""From an empty database to the first SKP: how an administration gets going, in a browser."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser import (
    DESK,
    PHONE,
    Site,
    assert_accessible,
    assert_fits,
    served,
    shot,
    sign_in,
    watched_page,
)

pytestmark = [pytest.mark.browser, pytest.mark.slow]

OPERATOR, OWN = "kata-sandi operator 8", "kata-sandi pilihan sendiri 8"
LEADER, OFFICER = "Dewi Umpama", "Rina Misal"
NIP = {LEADER: "198002022005012002", OFFICER: "199003032015012003"}


@pytest.fixture(scope="module")
def empty_site(dressed_installation, tmp_path_factory):
    """Served, with nothing in it but the first operator."""
    installed = dressed_installation(tmp_path_factory.mktemp("first") / "home")
    done = installed.run("createadmin", "operator", "--password-stdin", typed=OPERATOR)
    assert done.returncode == 0, done.stderr
    with served(installed) as url:
        yield Site(url, installed)
    installed.drop()


def look(page: Page, name: str) -> None:
    for size in (PHONE, DESK):
        page.set_viewport_size(size)
        assert_fits(page)
        assert_accessible(page)
        shot(page, f"kantor-{name}")


def press(page: Page, words: str) -> None:
    page.get_by_role("main").get_by_role("button", name=words).first.click()


def follow(page: Page, words: str) -> None:
    page.get_by_role("main").get_by_role("link", name=words).first.click()


def fill(page: Page, **fields: str) -> None:
    for name, value in fields.items():
        page.fill(f"#id_{name}", value)


def test_an_empty_installation_becomes_an_office(empty_site, chromium):
    with watched_page(chromium, viewport=DESK) as operator:
        sign_in(operator, empty_site, "operator", OPERATOR)
        _open_instansi(operator)
        _open_unit(operator)
        _employee(operator, LEADER, "Lurah", head=True)
        look(operator, "pegawai")
        _employee(operator, OFFICER, "Pengadministrasi kependudukan")
        follow(operator, "Tetapkan")
        fill(operator, superior=NIP[LEADER], valid_from="2026-01-01")
        look(operator, "penilai")
        press(operator, "Tetapkan")
        expect(operator.get_by_role("link", name=LEADER, exact=True)).to_be_visible()
        password = _account(operator)
        _role(operator)
        look(operator, "pegawai-lengkap")
        _periods(operator)
        operator.goto(f"{empty_site.url}/kelola/layanan/")
        look(operator, "layanan")
    with watched_page(chromium, viewport=PHONE) as officer:
        _first_sign_in(officer, empty_site, password)
        _draft(officer)


def _open_instansi(page: Page) -> None:
    expect(page.get_by_text("Langkah pertama: buka instansi")).to_be_visible()
    look(page, "pertama")
    follow(page, "Buka instansi")
    look(page, "instansi-kosong")
    follow(page, "Instansi baru")
    fill(page, name="Kabupaten Contoh", code="kab contoh", place="Contoh")
    press(page, "Buka instansi")
    expect(page.locator("#id_code_error")).to_be_visible()
    look(page, "instansi-galat")
    fill(page, code="kab-contoh")
    press(page, "Buka instansi")
    expect(page.get_by_text("Supaya SKP pertama dapat disusun")).to_be_visible()
    look(page, "kelola")


def _open_unit(page: Page) -> None:
    follow(page, "Susun unit kerja")
    follow(page, "Unit kerja baru")
    fill(page, name="Kelurahan Melati", code="KEL-MELATI", valid_from="2026-01-01")
    press(page, "Buka unit kerja")
    expect(page.get_by_role("link", name="Kelurahan Melati")).to_be_visible()
    look(page, "unit")


def _employee(page: Page, name: str, jabatan: str, *, head: bool = False) -> None:
    page.get_by_role("navigation", name="Bagian Kelola").get_by_role("link", name="Pegawai").click()
    follow(page, "Pegawai baru")
    fill(page, name=name, nip=NIP[name])
    press(page, "Catat pegawai")
    follow(page, "Tempatkan")
    page.select_option("#id_unit", label="Kelurahan Melati (KEL-MELATI)")
    press(page, "Lanjut")
    fill(page, name=jabatan, valid_from="2026-01-01")
    if head:
        page.check("#id_is_head")
        look(page, "penempatan")
    press(page, "Tempatkan")
    expect(page.get_by_text("berlaku sekarang")).to_be_visible()


def _account(page: Page) -> str:
    follow(page, "Beri akun")
    press(page, "Buat akun")
    look(page, "serah-akun")
    expect(page.locator("#nama-pengguna")).to_have_text(NIP[OFFICER])
    password = page.locator("#sandi").inner_text()
    follow(page, "Sudah saya sampaikan")
    expect(page.get_by_text("Belum pernah masuk.")).to_be_visible()
    return password


def _role(page: Page) -> None:
    follow(page, "Beri peran")
    page.get_by_label("Petugas loket").check()
    look(page, "peran")
    press(page, "Berikan")
    expect(page.get_by_text("seluruh instansi")).to_be_visible()


def _periods(page: Page) -> None:
    page.get_by_role("navigation", name="Bagian Kelola").get_by_role("link", name="Periode").click()
    page.fill("#id_year", "2026")
    press(page, "Buka tahun")
    expect(page.get_by_role("row", name=re.compile("Triwulan IV 2026"))).to_be_visible()
    look(page, "periode")


def _first_sign_in(page: Page, site: Site, password: str) -> None:
    sign_in(page, site, NIP[OFFICER], password)
    expect(page.get_by_text("Sandi ini sekali pakai.")).to_be_visible()
    look(page, "sandi-sendiri")
    page.set_viewport_size(PHONE)
    fill(page, oldpassword=password, password1=OWN, password2=OWN)
    page.locator("main form .btn-primary, main form button[type=submit]").first.click()
    expect(page.get_by_text("Anda belum punya SKP.")).to_be_visible()


def _draft(page: Page) -> None:
    page.get_by_role("main").get_by_role("link", name="Susun SKP").last.click()
    page.select_option("#id_period", label="Tahun 2026")
    press(page, "Mulai menyusun")
    follow(page, "Tambah RHK")
    page.fill("#id_text", "Permohonan warga selesai sesuai standar")
    press(page, "Tambahkan RHK")
    expect(page.get_by_text("Permohonan warga selesai sesuai standar").first).to_be_visible()
    look(page, "skp")
