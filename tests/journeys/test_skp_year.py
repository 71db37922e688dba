"""Journey 3: a year of SKP among four people, from the head's draft to the printed decision on an objection."""

from contextlib import ExitStack

import pytest
from playwright.sync_api import Page, expect

from tests.browser import DESK, PHONE, sign_in, watched_page
from tests.cast import PASSWORD
from tests.journeys.hands import follow, look, press
from tests.journeys.year_office import PREFIX, QUARTER, YEAR
from tests.pdf import text_of_download

pytestmark = [pytest.mark.browser, pytest.mark.slow]

HEAD, OFFICER, SUPERIOR = "Dewi Umpama", "Rina Misal", "Budi Andaian"
RESULT, INDICATOR = "Warga puas atas pelayanan kelurahan", "Indeks kepuasan warga"
PART, GUIDES = "Berkas warga selesai tanpa diulang", "Panduan layanan yang diperbarui"
DONE = "Menyusun panduan perubahan kartu keluarga"
SAID = "Panduan yang rapi membuat antrean lebih pendek."
OBJECTION = "Panduan kedua sudah terbit sebelum periode berakhir."
DECISION = "Tanggal terbit panduan kedua masih di dalam periode."


@pytest.fixture
def people(site, chromium):
    """name → the page this person has open: leaders at a desk, the officer on a phone."""
    site.call("tests.journeys.year_office:prepare")
    with ExitStack() as open_pages:
        found = {}
        for name, size in (("dewi", DESK), ("rina", PHONE), ("budi", DESK), ("sari", DESK)):
            page = found[name] = open_pages.enter_context(watched_page(chromium, viewport=size))
            sign_in(page, site, PREFIX + name, PASSWORD)
        yield found


def test_a_year_from_the_plan_to_the_last_word(site, people):
    dewi, rina, budi, sari = people["dewi"], people["rina"], people["budi"], people["sari"]
    _head_drafts(dewi, site)
    _head_divides(dewi)
    plan = _officer_drafts(rina, site)
    _agree(dewi, rina, budi, site)
    _progress(rina, dewi, site)
    for period in (QUARTER, YEAR):
        _organisation(sari, site, period)
    _judge(dewi, rina, plan, QUARTER, "Sesuai ekspektasi")
    _feedback(dewi, site)
    card = _judge(dewi, rina, plan, YEAR, "Di bawah ekspektasi")
    _object(dewi, rina, card)
    _decide(dewi, budi, card)
    _papers(rina, plan, card)


def _start_plan(page: Page, site) -> None:
    page.goto(f"{site.url}/kerja/skp/baru/")
    page.select_option("#id_period", label=YEAR)
    press(page, "Mulai menyusun")


def _indicator(page: Page, text: str, target: str, unit: str, perspektif: str = "") -> None:
    """One that is reported with evidence."""
    follow(page, "Tambah IKI")
    press(page, "Pakai ukuran ini")
    page.fill("#id_text", text)
    page.fill("#id_target", target)
    page.fill("#id_satuan", unit)
    if perspektif:
        page.select_option("#id_perspektif", label=perspektif)
    press(page, "Tambahkan IKI")


def _head_drafts(dewi: Page, site) -> None:
    _start_plan(dewi, site)
    follow(dewi, "Tambah RHK")
    dewi.fill("#id_text", RESULT)
    press(dewi, "Tambahkan RHK")
    _indicator(dewi, INDICATOR, "85", "indeks", "Penerima layanan")
    look(dewi, "lampung-skp-kepala")


def _head_divides(dewi: Page) -> None:
    follow(dewi, "Matriks peran hasil")
    dewi.get_by_label(f"{OFFICER}: {INDICATOR}").fill(PART)
    look(dewi, "lampung-matriks")
    press(dewi, "Simpan matriks")
    expect(dewi.get_by_text("calon RHK", exact=True)).to_be_visible()


def _officer_drafts(rina: Page, site) -> str:
    """Against the head's draft, before that is agreed; the address of her plan."""
    _start_plan(rina, site)
    press(rina, "Jadikan RHK")
    expect(rina.get_by_role("heading", name=PART)).to_be_visible()
    _indicator(rina, GUIDES, "2", "dokumen")
    look(rina, "lampung-skp-pegawai")
    press(rina, f"Ajukan kepada {HEAD}")
    expect(rina.get_by_text(f"Menunggu kesepakatan {HEAD}")).to_be_visible()
    return rina.url


def _agree(dewi: Page, rina: Page, budi: Page, site) -> None:
    """Top down: the head's plan with her superior, then the officer's with the head."""
    dewi.goto(f"{site.url}/kerja/skp/")
    follow(dewi, YEAR)
    press(dewi, f"Ajukan kepada {SUPERIOR}")
    budi.goto(f"{site.url}/kerja/")
    follow(budi, HEAD)
    press(budi, "Sepakati SKP")
    dewi.goto(f"{site.url}/kerja/")
    follow(dewi, OFFICER)
    look(dewi, "lampung-sepakat")
    press(dewi, "Sepakati SKP")
    rina.reload()
    expect(rina.get_by_text("Disepakati").first).to_be_visible()


def _progress(rina: Page, dewi: Page, site) -> None:
    rina.goto(f"{site.url}/kerja/progres/")
    rina.fill("#id_text", DONE)
    press(rina, "Simpan progres")
    expect(rina.get_by_text(DONE).first).to_be_visible()
    look(rina, "lampung-progres")
    dewi.goto(f"{site.url}/kerja/progres/persetujuan/")
    look(dewi, "lampung-persetujuan")
    press(dewi, "Setujui semua di halaman ini")
    expect(dewi.get_by_text("1 progres disetujui")).to_be_visible()


def _organisation(sari: Page, site, period: str) -> None:
    """Nobody stands above this unit, so the administration enters its result."""
    sari.goto(f"{site.url}/kerja/kalibrasi/organisasi/")
    sari.select_option("#id_periode", label=period)
    press(sari, "Tampilkan")
    follow(sari, "Kelurahan Melati")
    sari.get_by_role("group", name="Capaian kinerja organisasi").get_by_text("Baik", exact=True).click()
    sari.fill("#id_reason", "Sembilan dari sepuluh rencana aksi terlaksana.")
    press(sari, "Tetapkan")
    expect(sari.get_by_text("Sembilan dari sepuluh").first).to_be_visible()


def _judge(dewi: Page, rina: Page, plan: str, period: str, results: str) -> str:
    """Opened by the head, reported by the officer, rated by the head; the address of the evaluation."""
    dewi.goto(plan)
    dewi.select_option("#period", label=period)
    press(dewi, "Buka evaluasi")
    rina.goto(dewi.url)
    rina.get_by_label("Realisasi", exact=True).fill("1")
    rina.get_by_label("Bukti dukung", exact=True).fill("Panduan KK, 12/2026")
    press(rina, "Simpan realisasi")
    dewi.reload()
    expect(dewi.get_by_text("Panduan KK, 12/2026").first).to_be_visible()
    dewi.get_by_role("group", name="Hasil kerja").get_by_label(results).check()
    dewi.get_by_role("group", name="Perilaku kerja").get_by_label("Sesuai ekspektasi").check()
    dewi.fill("#id_reason", "Satu dari dua panduan selesai.")
    press(dewi, "Tetapkan predikat")
    expect(dewi.locator(".stat-big .stat-value")).to_be_visible()
    look(dewi, f"lampung-evaluasi-{period.split()[0].lower()}")
    return dewi.url.split("#")[0]


def _feedback(dewi: Page, site) -> None:
    dewi.goto(f"{site.url}/kerja/semua/")
    follow(dewi, "Dialog kinerja")
    follow(dewi, "Umpan balik")
    follow(dewi, "Beri umpan balik")
    dewi.select_option("#id_untuk", label=OFFICER)
    dewi.fill("#id_text", SAID)
    press(dewi, "Simpan umpan balik")
    look(dewi, "lampung-umpan-balik")


def _object(dewi: Page, rina: Page, card: str) -> None:
    follow(dewi, "Rapor dan penyerahannya")
    press(dewi, "Serahkan rapor")
    rina.goto(card)
    expect(rina.get_by_text(SAID).first).to_be_visible()
    follow(rina, "Rapor dan penyerahannya")
    press(rina, "Terima rapor")
    follow(rina, "Ajukan keberatan")
    rina.get_by_label("Alasan keberatan").fill(OBJECTION)
    look(rina, "lampung-keberatan")
    press(rina, "Kirim keberatan")
    expect(rina.get_by_text(f"Diputus oleh {SUPERIOR}")).to_be_visible()


def _decide(dewi: Page, budi: Page, card: str) -> None:
    dewi.goto(card)
    follow(dewi, "Keberatan:")
    dewi.get_by_label("Penjelasan Anda").fill("Panduan kedua saya terima sesudah rapat penilaian.")
    press(dewi, "Kirim penjelasan")
    budi.goto(card)
    follow(budi, "Keberatan:")
    budi.get_by_text("Ubah kedua rating").click()
    for group in ("Hasil kerja, bila diubah", "Perilaku kerja, bila diubah"):
        budi.get_by_role("group", name=group).get_by_text("Sesuai ekspektasi").click()
    budi.get_by_label("Alasan putusan").fill(DECISION)
    press(budi, "Putuskan")
    expect(budi.get_by_text("Predikat diubah")).to_be_visible()
    look(budi, "lampung-putusan")


def _papers(rina: Page, plan: str, card: str) -> None:
    """The plan, the evaluation and the document of evaluation, as they stand in the end."""
    rina.goto(card)
    expect(rina.locator(".stat-big .stat-value")).to_have_text("Baik")
    for words, wanted in (("Evaluasi (PDF)", GUIDES), ("Dokumen evaluasi (PDF)", DECISION)):
        paper = _download(rina, words)
        assert OFFICER in paper
        assert "Baik" in paper
        assert wanted in paper
    follow(rina, "Terbitkan dokumen")
    press(rina, "Terbitkan")
    follow(rina, "Lihat yang mereka lihat")
    look(rina, "lampung-periksa")
    rina.goto(plan)
    paper = _download(rina, "Unduh SKP (PDF)")
    assert PART in paper
    assert HEAD in paper


def _download(page: Page, words: str) -> str:
    with page.expect_download() as started:
        follow(page, words)
    return text_of_download(started.value)
