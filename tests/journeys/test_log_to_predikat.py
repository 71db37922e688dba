"""From a real counter's log to a predikat on paper, the way people do it: in a browser."""

import json
import os
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import DESK, PHONE, assert_accessible, assert_fits, shot, sign_in, watched_page
from tests.cast import PASSWORD
from tests.data import ROOT, shared
from tests.journeys import permit_desk
from tests.journeys.permit_desk import LEADER, OFFICER, SECOND
from tests.pdf import text_of_download

pytestmark = [pytest.mark.browser, pytest.mark.slow]

INDICATORS = [("service.cases", "100"), ("service.lead_time.mean", "6"), ("service.on_time.share", "60")]
HEADER = "nip,nama,status,golongan,jabatan,jenis_jabatan,kelas,kode_unit,unit,atasan_nip,tmt"
LINES = [
    "199205052018011006,Sinta Seolah,pns,,Pengadministrasi,pelaksana,5,Group 1,,198002022005011002,01-01-2026",
    "199213052018011007,Doni Andaikan,pns,,Pengadministrasi,pelaksana,5,Group 99,,198002022005011002,01-01-2026",
]


@pytest.fixture(scope="module")
def log(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("log")
    return permit_desk.moved(shared("permits/receipt.csv"), folder / "receipt.csv")


@pytest.fixture(scope="module")
def desk_site(site, log):
    """The log in the server's ledger, and the people it names completed."""
    place = ["--instansi", "kab-contoh", "--layanan", "izin", "--map", *permit_desk.MAP, "--json"]
    done = site.installed.run("import", "eventlog", str(log), *place)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["recorded"] == 8577
    site.call("tests.journeys.permit_desk:open_desk")
    return site


def look(page: Page, name: str) -> None:
    """Whole on a phone and on a desk, for every eye and every reader."""
    for size in (PHONE, DESK):
        page.set_viewport_size(size)
        assert_fits(page)
        assert_accessible(page)
        shot(page, name)


def look_in_the_dark(page: Page, name: str) -> None:
    page.emulate_media(color_scheme="dark")
    look(page, f"{name}-gelap")
    page.emulate_media(color_scheme="light")


def picture(page: Page, name: str) -> None:
    """The README's pictures are made here, when they are asked for."""
    if os.environ.get("ABDI_SCREENSHOTS") == "1":
        page.screenshot(path=ROOT / "docs" / "images" / name)


def press(page: Page, words: str) -> None:
    page.get_by_role("button", name=words).first.click()


def download(page: Page, words: str) -> str:
    with page.expect_download() as started:
        page.get_by_role("link", name=words, exact=True).click()
    return text_of_download(started.value)


def draft(page: Page, site, username: str) -> None:
    """An empty first screen leads to a draft with one result."""
    sign_in(page, site, username, PASSWORD)
    expect(page.get_by_text("Anda belum punya SKP.")).to_be_visible()
    page.get_by_role("main").get_by_role("link", name="Susun SKP").last.click()
    page.select_option("#id_period", label="Tahun 2025")
    press(page, "Mulai menyusun")
    page.get_by_role("link", name="Tambah RHK").click()
    page.fill("#id_text", "Permohonan izin selesai sesuai standar")
    press(page, "Tambahkan RHK")


def add_indicator(page: Page, metric: str, target: str) -> None:
    page.get_by_role("link", name="Tambah IKI").click()
    page.select_option("#id_ukuran", metric)
    press(page, "Pakai ukuran ini")
    page.fill("#id_target", target)


def test_an_officer_promises_a_leader_judges_and_the_papers_come_out(desk_site, chromium, log):
    with watched_page(chromium, viewport=DESK) as officer, watched_page(chromium, viewport=DESK) as leader:
        _promise(officer, desk_site)
        address = _agree(leader, desk_site)
        _evidence(leader, log)
        _judge(leader)
        officer.goto(address)
        expect(officer.locator(".stat-big .stat-value")).to_have_text("Baik")
        officer.get_by_text("Kenapa predikatnya begini?").click()
        expect(officer.get_by_text("PermenPANRB 6/2022").first).to_be_visible()
        look(officer, "evaluasi-pegawai")
        officer.goto(f"{desk_site.url}/kerja/")
        look(officer, "hari-ini-pegawai")
        picture(officer, "hasil-skp.png")
        officer.goto(f"{desk_site.url}/pemberitahuan/")
        look(officer, "pemberitahuan")


def _promise(page: Page, site) -> None:
    draft(page, site, "ratna")
    for metric, target in INDICATORS:
        add_indicator(page, metric, target)
        look(page, "iki")
        press(page, "Tambahkan IKI")
    look(page, "skp-draf")
    press(page, f"Ajukan kepada {LEADER}")
    expect(page.get_by_text(f"Menunggu kesepakatan {LEADER}")).to_be_visible()


def _agree(page: Page, site) -> str:
    sign_in(page, site, "bambang", PASSWORD)
    look(page, "hari-ini-pimpinan")
    page.get_by_role("main").get_by_role("link", name=OFFICER).click()
    press(page, "Sepakati SKP")
    assert OFFICER in (paper := download(page, "Unduh SKP (PDF)"))
    assert LEADER in paper
    page.select_option("#period", label="Tahun 2025")
    look(page, "skp-disepakati")
    press(page, "Buka evaluasi")
    expect(page.get_by_role("heading", name=OFFICER)).to_be_visible()
    return page.url


def _evidence(page: Page, log: Path) -> None:
    """The counted cases are those that plain `csv` counts, and each is there to be seen."""
    most = permit_desk.finished_by(log).most_common(1)[0][1]
    row = page.get_by_role("row", name="Perkara selesai")
    expect(row.locator('[data-label="n"]')).to_have_text(f"{most:,}".replace(",", "."))
    expect(page.locator("svg.range")).to_have_count(len(INDICATORS))
    expect(page.locator('[data-label="Realisasi"] small').first).to_contain_text("–")
    picture(page, "penilaian.png")
    page.locator("summary", has_text="Kenapa angkanya begini?").first.click()
    look(page, "penilaian")
    page.get_by_role("link", name="fakta, lihat satu per satu").first.click()
    expect(page.get_by_text("service.completed").first).to_be_visible()
    assert page.get_by_role("row").count() == min(most, 50) + 1
    look(page, "kenapa")
    page.go_back()


def _judge(page: Page) -> None:
    page.get_by_label("Sesuai ekspektasi").first.check()
    page.locator('[name="perilaku"][value="di_atas"]').check()
    press(page, "Tetapkan predikat")
    expect(page.locator("#id_reason_error")).to_contain_text("Tulis satu kalimat alasan")
    expect(page.locator('[name="perilaku"][value="di_atas"]')).to_be_checked()
    look(page, "penilaian-galat")
    page.fill("#id_reason", "Menggantikan rekan dua kali tanpa diminta.")
    press(page, "Tetapkan predikat")
    expect(page.locator(".stat-big .stat-value")).to_have_text("Baik")
    look(page, "predikat")
    look_in_the_dark(page, "predikat")
    for words in ("Evaluasi (PDF)", "Dokumen evaluasi (PDF)"):
        paper = download(page, words)
        assert OFFICER in paper
        assert LEADER in paper
        assert "Baik" in paper
    page.get_by_role("navigation", name="Menu utama").get_by_role("link", name="Nilai").click()
    look(page, "tim")
    look_in_the_dark(page, "tim")


def test_the_same_without_javascript(desk_site, chromium):
    with watched_page(chromium, viewport=PHONE, java_script_enabled=False) as page:
        draft(page, desk_site, "tono")
        add_indicator(page, "service.on_time.share", "sembilan puluh")
        press(page, "Tambahkan IKI")
        assert page.input_value("#id_target") == "sembilan puluh"
        page.fill("#id_target", "62,5")
        press(page, "Tambahkan IKI")
        expect(page.get_by_text("62,5")).to_be_visible()
        press(page, f"Ajukan kepada {LEADER}")
        expect(page.get_by_text(f"Menunggu kesepakatan {LEADER}")).to_be_visible()
        assert SECOND in page.content()


def test_the_administration_sees_whom_the_log_named(desk_site, chromium, tmp_path):
    table = tmp_path / "pegawai.csv"
    table.write_text("\n".join([HEADER, *LINES]) + "\n", encoding="utf-8")
    with watched_page(chromium, viewport=DESK) as page:
        sign_in(page, desk_site, "tono", PASSWORD)
        page.goto(f"{desk_site.url}/kelola/")
        look(page, "kelola")
        page.get_by_role("link", name="Perlu dilengkapi").click()
        expect(page.get_by_text("45 pegawai")).to_be_visible()
        look(page, "pegawai")
        page.get_by_role("main").get_by_role("row").nth(1).get_by_role("link").first.click()
        look(page, "pegawai-satu")
        page.goto(f"{desk_site.url}/kelola/pegawai/impor/")
        look(page, "impor")
        page.set_input_files("#id_file", table)
        press(page, "Lihat pratinjau")
        expect(page.get_by_text("Ada baris yang galat")).to_be_visible()
        look(page, "impor-pratinjau")
        page.goto(f"{desk_site.url}/kelola/audit/")
        look(page, "audit")
