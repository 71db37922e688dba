"""Journey 5: an empty lot becomes a park – idea, vote, decision, work, use – on a citizen's phone and a desk."""

import json
import re
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.browser import sign_in, watched_page, weight
from tests.cast import PASSWORD
from tests.journeys.hands import look, press
from tests.journeys.park import BUILDER, BUILDER_NAME, FACILITATOR, PROJECT, UNIT
from tests.voice.scene import ZONE, photo

pytestmark = [pytest.mark.browser, pytest.mark.slow]

IDEA, CHANGE = "Perlu tempat teduh untuk orang tua.", "Delapan pohon peneduh ditambahkan"
MOST = 100_000  # bytes of a first visit


@pytest.fixture
def builder(chromium):
    with watched_page(chromium, viewport={"width": 1280, "height": 800}) as page:
        yield page


def test_a_park_from_an_idea_to_the_evidence_of_its_team(site, phone, desk, builder):
    site.call("tests.journeys.park:open_park_office")
    sign_in(desk, site, FACILITATOR, PASSWORD)
    plan(site, desk)
    address = speak(site, phone)
    draw(site, desk)
    vote(phone, address)
    site.call("tests.journeys.park:let_days_pass")
    decide(desk)
    build(site, desk, builder)
    judge(site, phone, address)

    for words in (CHANGE, "Diputuskan: Taman teduh", "Jalan terlalu dekat", BUILDER_NAME):
        expect(phone.get_by_text(words).first).to_be_attached()
    expect(phone.get_by_alt_text("Tanah sudah rata")).to_be_attached()
    evidence = json.loads(site.call("tests.journeys.park:print_evidence"))
    assert evidence == ["project.milestone_on_time", "project.team"]
    builder.goto(f"{site.url}/kerja/progres/")
    expect(builder.get_by_text("Mengerjakan 1 proyek bersama warga").first).to_be_visible()


def step(page: Page, name: str, **fields: str) -> None:
    """One page of a step: its link, its fields by their labels, its button."""
    page.get_by_role("link", name=name, exact=True).first.click()
    for label, value in fields.items():
        page.get_by_label(label.replace("_", " "), exact=False).first.fill(value)


def plan(site, desk: Page) -> None:
    desk.goto(f"{site.url}/kelola/proyek/")
    step(
        desk,
        "Proyek baru",
        Nama_proyek=PROJECT,
        Persoalan="Lahan kosong di tepi kali.",
        Tempat="Tepi kali, RW 03",
        Pagu="150.000.000",
    )
    desk.get_by_label("Unit kerja").select_option(label=f"{UNIT} (AMPLAS)")
    press(desk, "Simpan draf")
    desk.get_by_role("link", name=PROJECT).click()
    step(desk, "Tambah anggota tim", Tugasnya="Membangun taman")
    desk.get_by_label("Pegawai").select_option(label=BUILDER_NAME)
    press(desk, "Tambah")
    step(desk, "Buka untuk umum")
    press(desk, "Buka untuk umum")


def speak(site, phone: Page) -> str:
    assert weight(phone, f"{site.url}/proyek/") <= MOST
    look(phone, "proyek")
    phone.get_by_role("link", name=PROJECT).click()
    address = phone.url
    phone.get_by_role("link", name="Masuk untuk berpendapat").click()
    phone.get_by_label("Alamat surel").fill("ani.amplas@contoh.test")
    press(phone, "Kirim kode")
    code = site.call("tests.journeys.consulted_office:print_last_code").strip()
    phone.get_by_label("Kode enam angka").fill(code)
    press(phone, "Masuk")
    phone.get_by_label("Pendapat Anda").fill(IDEA)
    press(phone, "Kirim pendapat")
    expect(phone.get_by_text(IDEA)).to_be_visible()
    look(phone, "proyek-gagasan")
    return address


def draw(site, desk: Page) -> None:
    """The team credits the idea, puts two alternatives to the vote."""
    desk.reload()
    desk.get_by_role("link", name=re.compile("Catat yang berubah")).click()
    desk.get_by_label("Yang berubah karenanya").fill(CHANGE)
    press(desk, "Catat")
    for title in ("Taman teduh", "Lapangan bermain"):
        step(desk, "Rancangan baru", Nama_rancangan=title, Uraian="Pohon dan bangku", Perkiraan="90.000.000")
        desk.get_by_label("Gambar", exact=True).set_input_files(picture())
        desk.get_by_label("Yang terlihat di gambar").fill("Denah dengan delapan pohon")
        press(desk, "Tambah")
    closes = (datetime.now(ZONE) + timedelta(days=8)).strftime("%Y-%m-%dT%H:%M")
    step(desk, "Buka pemungutan suara", Ditutup=closes)
    press(desk, "Buka pemungutan suara")
    look(desk, "kelola-proyek")


def vote(phone: Page, address: str) -> None:
    assert weight(phone, address) <= MOST
    phone.get_by_role("radio", name="Taman teduh").check()
    look(phone, "proyek-suara")
    press(phone, "Berikan suara")
    expect(phone.get_by_text("Anda sudah memberikan suara")).to_be_visible()
    look(phone, "proyek-sudah-memilih")


def decide(desk: Page) -> None:
    step(desk, "Putuskan", Alasan_keputusan="Paling teduh, dan suara terbanyak.")
    desk.get_by_role("radio", name="Taman teduh").check()
    desk.get_by_label("Mengapa bukan “Lapangan bermain”").fill("Jalan terlalu dekat")
    look(desk, "kelola-proyek-putuskan")
    press(desk, "Tetapkan dan umumkan")


def build(site, desk: Page, builder: Page) -> None:
    soon = (datetime.now(ZONE).date() + timedelta(days=3)).isoformat()
    step(desk, "Tonggak baru", Direncanakan=soon, Anggaran="40.000.000")
    desk.get_by_label("Tonggak", exact=True).fill("Tanah diratakan")
    desk.get_by_label("Penanggung jawab").select_option(label=BUILDER_NAME)
    press(desk, "Tambah")
    step(desk, "Mulai pekerjaan")
    press(desk, "Mulai")
    sign_in(builder, site, BUILDER, PASSWORD)
    builder.goto(desk.url)
    builder.get_by_role("link", name="Pengeluaran Tanah diratakan").click()
    builder.get_by_label("Jumlah (rupiah)").fill("39.000.000")
    builder.get_by_label("Untuk apa").fill("Batu dan upah")
    press(builder, "Catat")
    builder.get_by_role("link", name="Foto Tanah diratakan").click()
    builder.get_by_label("Foto", exact=True).set_input_files(picture())
    builder.get_by_label("Yang terlihat").fill("Tanah sudah rata")
    press(builder, "Unggah")
    builder.get_by_role("link", name="Selesai Tanah diratakan").click()
    press(builder, "Selesai")
    look(builder, "kelola-proyek-tim")
    desk.reload()
    step(desk, "Nyatakan dipakai warga")
    press(desk, "Nyatakan dipakai")


def judge(site, phone: Page, address: str) -> None:
    """Five marks come out together, on another day."""
    phone.goto(address)
    phone.get_by_role("radio", name=re.compile("^5")).check()
    phone.get_by_label("Yang ingin Anda sampaikan").fill("Akhirnya ada tempat duduk.")
    press(phone, "Kirim penilaian")
    look(phone, "proyek-dipakai")
    site.call("tests.journeys.park:four_more_marks")
    site.call("tests.journeys.park:let_days_pass")
    site.call("tests.journeys.park:release_marks")
    assert weight(phone, address) <= MOST
    expect(phone.get_by_text("Akhirnya ada tempat duduk.")).to_be_visible()
    expect(phone.get_by_text("4,2").first).to_be_visible()
    look(phone, "proyek-dinilai")


def picture() -> dict[str, object]:
    return {"name": "taman.jpg", "mimeType": "image/jpeg", "buffer": photo((800, 500)).getvalue()}
