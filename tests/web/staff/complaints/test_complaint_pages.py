"""Complaints as staff handle them: who sees what, every verb by its form, and what nobody sees."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from abdi.platform import moments
from abdi.platform.errors import PolicyRefused
from abdi.voice.complaints.enums import Status
from abdi.voice.complaints.models import Complaint, ComplaintRules
from abdi.voice.complaints.selectors import counted
from abdi.voice.complaints.types import Place, Reporter
from tests.voice.scene import photo

pytestmark = pytest.mark.django_db
LIST = "/kelola/aduan/"


@pytest.fixture(autouse=True)
def _then(town):
    """Pages are looked at in the week in which the complaints were made."""
    with moments.replayed_at(town.at):
        yield


def address(one, *more):
    return "/".join([f"{LIST}{one.uid}", *more, ""])


def pictured(client, where) -> int:
    """The status; what is shown is a JPEG."""
    asked = client.get(where)
    if asked.streaming:
        assert b"".join(asked).startswith(b"\xff\xd8")
    return asked.status_code


def do(client, one, verb, **body):
    return client.post(address(one, verb), body)


@pytest.mark.parametrize(
    ("who", "stage", "status"),
    [
        ("koko", "file", 200),
        ("indra", "file", 200),
        ("rina", "file", 403),
        ("dewi", "file", 403),
        ("gita", "file", 403),
        ("joko", "file", 403),
        ("sari", "file", 403),
        ("koko", "disposed", 200),
        ("rina", "disposed", 200),
        ("dewi", "disposed", 200),
        ("gita", "disposed", 403),
        ("joko", "disposed", 403),
        ("budi", "disposed", 403),
    ],
)
def test_a_complaint_is_seen_by_whom_it_concerns(town, enter, who, stage, status):
    one = getattr(town, stage)()
    assert enter(who).get(address(one)).status_code == status
    listed = enter(who).get(LIST, {"lihat": ""})
    assert listed.status_code == 200 if status == 200 else listed.status_code in {200, 403}
    assert (one.number in listed.content.decode()) == (status == 200)


@pytest.mark.parametrize("who", ["rina", "dewi", "koko"])
def test_for_whom_it_is_about_it_does_not_exist(town, enter, who):
    """Not refused: not there. On no list, no search, no suggestion, no table."""
    about = getattr(town.office, who, None) or town.koko
    told = {"text": "Petugas meminta uang rokok di loket dua.", "about_words": "loket dua"}
    one = town.verified(**told)
    town.do("name_officer", "indra", complaint=one, employee=about)
    client = enter(who)
    for verb in ("", "verifikasi", "ambil", "identitas"):
        asked = client.post(address(one, verb)) if verb else client.get(address(one))
        assert asked.status_code == 404
    for query in ({"q": "rokok"}, {"lihat": ""}, {"bentuk": "csv", "lihat": ""}):
        assert one.number not in client.get(LIST, query).content.decode()
    other = town.verified(**told)
    if who == "koko":
        assert one.number not in client.get(address(other)).content.decode()


def test_from_receipt_to_the_end_by_forms_alone(town, enter):
    koko, rina = enter("koko"), enter("rina")
    one = town.file(text="Loket tutup pukul sebelas.")
    verified = do(
        koko, one, "verifikasi", category=town.category.uid, kelas="normatif", public_text="Loket tutup"
    )
    assert verified.status_code == 302
    do(koko, one, "teruskan", unit=town.office.unit.uid, note="Mohon diperiksa")
    do(rina, one, "ambil")
    do(rina, one, "tunda", cause="pemeriksaan", until="2026-09-09", note="Kami periksa Rabu.")
    do(rina, one, "lanjutkan")
    page = rina.get(address(one)).content.decode()
    assert "Mohon diperiksa" in page
    assert "Kami periksa Rabu." in page
    assert do(rina, one, "jawab", text="Jam sudah diperbaiki.", is_public="on").status_code == 302
    assert do(rina, one, "tutup").status_code == 403
    do(koko, one, "tutup")
    one.refresh_from_db()
    assert (one.status, one.public_text) == (Status.SELESAI, "Loket tutup")


def test_what_was_typed_stays_when_it_is_refused(town, enter):
    one = town.file()
    refused = do(enter("koko"), one, "alihkan", to="", note="Bukan milik kami, maaf.")
    page = refused.content.decode()
    assert refused.status_code == 422
    assert "Tulis instansi mana yang berwenang." in page
    assert "Bukan milik kami, maaf." in page


@pytest.mark.parametrize(("verb", "status"), [("zzz", 404), ("jawab", 403), ("tutup", 409)])
def test_what_is_no_verb_not_his_or_too_early_is_refused(town, enter, verb, status):
    assert do(enter("koko"), town.file(), verb).status_code == status


def test_where_answers_are_approved_two_people_speak(town, enter):
    one = town.taken()
    ComplaintRules.objects.create(needs_approval=True)
    rina, dewi = enter("rina"), enter("dewi")
    assert do(rina, one, "jawab", text="Sudah.").status_code == 403
    do(rina, one, "konsep", text="Sudah kami perbaiki.", is_public="on")
    assert do(rina, one, "setujui").status_code in {302, 422}
    assert do(rina, one, "jawab").status_code == 403
    assert "persetujuan" in dewi.get(LIST, {"lihat": "persetujuan"}).content.decode()
    assert do(dewi, one, "setujui").status_code == 302
    assert do(rina, one, "jawab").status_code == 302
    one.refresh_from_db()
    assert one.status == Status.DIJAWAB


def test_many_are_verified_at_once_and_each_refusal_is_told(town, enter):
    new, old = [town.file(text=f"Lampu mati {number}") for number in range(3)], town.verified()
    body = {"pilih": [str(one.uid) for one in (*new, old)] + ["bukan-uid"], "category": town.category.uid}
    page = enter("koko").post(f"{LIST}verifikasi/", body | {"kelas": "ringan"}, follow=True).content.decode()
    assert "3 laporan diverifikasi" in page
    assert f"{old.number}: Laporan ini sudah diverifikasi" in page
    assert {one.status for one in Complaint.objects.all()} == {Status.TERVERIFIKASI}


def test_a_likely_duplicate_is_suggested_with_its_reporters_and_merged(town, enter):
    here = Place(-6.2, 106.8, "Jalan Misal")
    first = town.verified(text="Lampu jalan mati di depan pasar", place=here)
    second = town.file(text="Lampu jalan mati depan pasar, gelap", place=here)
    koko = enter("koko")
    page = koko.get(address(second)).content.decode()
    assert first.number in page
    assert "Gabungkan ke sini" in page
    assert do(koko, second, "gabung", into=first.number).status_code == 302
    second.refresh_from_db()
    assert second.duplicate_of == first
    assert "2 pelapor" in koko.get(address(first)).content.decode()


def test_a_complaint_that_one_may_not_see_cannot_be_merged_into(town, enter):
    about = town.verified(text="Petugas meminta uang.", about_words="loket dua")
    town.do("name_officer", "indra", complaint=about, employee=town.koko)
    refused = do(enter("koko"), town.file(), "gabung", into=about.number)
    assert "Tidak ada laporan bernomor" in refused.content.decode()


def test_an_identity_is_opened_for_a_reason_and_only_in_the_answer_itself(town, enter):
    who = Reporter(name="Wati Rekaan", contact="wati@contoh.test")
    one = town.file(identity=who, is_anonymous=True, text="Lampu mati. Nama saya Wati Rekaan.")
    koko = enter("koko")
    assert "Wati" not in koko.get(address(one)).content.decode()
    assert koko.post(address(one, "identitas"), {"reason": ""}).status_code == 422
    opened = koko.post(address(one, "identitas"), {"reason": "Perlu bukti foto"})
    assert "Wati Rekaan" in opened.content.decode()
    assert "no-store" in opened.headers["Cache-Control"]
    assert "Wati" not in koko.get(address(one)).content.decode()
    assert one.identity_views.get().viewer == town.user("koko")


def test_the_handling_unit_never_meets_an_anonymous_reporter(town, enter):
    """Each page, search and table of whoever handles it or leads him."""
    who = Reporter(name="Wati Rekaan", contact="wati@contoh.test", nik="3201012345678901")
    one = town.taken(
        identity=who, is_anonymous=True, text="Lampu mati. Nama saya Wati Rekaan, 0812-3456-7890."
    )
    for name in ("rina", "dewi"):
        client = enter(name)
        asked = [client.get(address(one)), client.get(LIST, {"lihat": ""})]
        asked += [client.get(LIST, {"bentuk": "csv", "lihat": ""}), client.get(LIST, {"q": "Wati"})]
        told = "".join(given.content.decode() for given in asked)
        assert not [
            word for word in ("Wati Rekaan", "wati@", "3456-7890", "32010123", one.code) if word in told
        ]
        assert client.post(address(one, "identitas"), {"reason": "Ingin tahu"}).status_code == 403
        assert one.number not in client.get(LIST, {"q": "Wati"}).content.decode()


def test_words_find_and_a_filter_narrows(town, enter):
    lamp, road = town.verified(text="Lampu penerangan mati"), town.file(text="Jalan berlubang")
    koko = enter("koko")
    found = koko.get(LIST, {"q": "terang"}).content.decode()
    assert (lamp.number in found, road.number in found) == (True, False)
    found = koko.get(LIST, {"lihat": "", "category": town.category.uid}).content.decode()
    assert (lamp.number in found, road.number in found) == (True, False)


def test_a_table_says_who_took_it_and_nothing_of_what_was_written(town, enter):
    one = town.verified(text="Lampu penerangan mati")
    table = enter("koko").get(LIST, {"lihat": "", "bentuk": "csv"}).content.decode()
    assert one.number in table
    assert "Diunduh oleh Koko Misalnya" in table
    assert "penerangan" not in table


def test_script_stays_text(town, enter):
    evil = "<script>alert(1)</script> lampu mati"
    one = town.taken(text=evil, requested_solution=evil, place=Place(address=evil))
    assert "<script>alert" not in enter("rina").get(address(one)).content.decode()


def test_a_photo_is_for_whom_the_complaint_is_for(town, enter):
    one = town.disposed(photos=[photo()])
    for who, status in (("rina", 200), ("koko", 200), ("gita", 403)):
        for query in ("", "?kecil=1"):
            assert pictured(enter(who), address(one, "foto", "1") + query) == status
    assert pictured(enter("koko"), address(one, "foto", "2")) == 404


def test_the_list_asks_no_more_for_many(town, enter):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            koko.get(LIST, {"lihat": ""})
        return len(queries)

    koko = enter("koko")
    town.disposed()
    before = asked()
    for _ in range(5):
        town.disposed()
    assert asked() <= before


def test_an_officer_takes_a_complaint_down_at_the_desk(town, enter):
    joko = enter("joko")
    assert joko.get(f"{LIST}baru/").status_code == 200
    body = {
        "kind": "pengaduan",
        "text": "Antrean tidak dipanggil",
        "visibility": "rahasia",
        "name": "Wati Rekaan",
    }
    filed = joko.post(f"{LIST}baru/", body)
    one = Complaint.objects.get()
    assert filed.status_code == 302
    assert filed.url == f"/aduan/{one.code}/tanda-terima/"
    assert (one.channel, one.is_secret, one.identity.name) == ("petugas", True, "Wati Rekaan")
    assert joko.get(address(one)).status_code == 403  # he took it down; others handle it


def test_categories_and_rules_are_kept_by_who_may(town, enter):
    sari = enter("sari")
    body = {
        "code": "lampu",
        "name": "Lampu jalan",
        "kelas": "ringan",
        "is_active": "on",
        "unit": town.office.unit.uid,
    }
    assert sari.post(f"{LIST}kategori/baru/", body).status_code == 302
    assert sari.post(f"{LIST}kategori/baru/", body).status_code == 422
    assert "Lampu jalan" in sari.get(f"{LIST}kategori/").content.decode()
    assert sari.get(f"{LIST}kategori/{town.category.uid}/").status_code == 200
    changed = sari.post(f"{LIST}kategori/{town.category.uid}/", {"name": "Jam buka", "kelas": "ringan"})
    town.category.refresh_from_db()
    assert (changed.status_code, town.category.name, town.category.is_active) == (302, "Jam buka", False)
    assert sari.post(f"{LIST}aturan/", {"needs_approval": "on", "pause_cap": "5"}).status_code == 302
    assert ComplaintRules.objects.get().needs_approval
    assert sari.post(f"{LIST}aturan/", {"pause_cap": "31"}).status_code == 422
    assert enter("rina").get(f"{LIST}kategori/").status_code == 403


def test_what_was_proposed_stands_beside_the_decision_with_its_words(town, enter):
    from abdi.voice.complaints.reading.models import LearntRouter, Proposal

    one = town.verified(text="Lampu mati")
    router = LearntRouter.objects.create(
        target="unit", sha256="0" * 64, learnt_at=town.at, cases=60, tested=12, accuracy=0.9, baseline=0.5
    )
    guess = {"key": town.kenanga.pk, "confidence": 0.87, "words": ["lampu", "mati"]}
    Proposal.objects.create(
        complaint=one, target="unit", router=router, first=town.kenanga.pk, guesses=[guess], made_at=town.at
    )
    page = enter("koko").get(address(one)).content.decode()
    assert "Kelurahan Kenanga" in page
    assert "keyakinan 87%" in page.replace("\xa0", "")
    assert "karena: lampu, mati" in page


def test_figures_are_those_of_the_units_one_answers_for(town, enter):
    for _ in range(5):
        town.answered()
    town.disposed()
    page = enter("dewi").get(f"{LIST}statistik/").content.decode()
    assert "Kelurahan Melati" in page
    assert "belum cukup laporan selesai" in page
    assert "Kelurahan Melati" not in enter("gita").get(f"{LIST}statistik/").content.decode()
    assert enter("joko").get(f"{LIST}statistik/").status_code == 403


def test_each_tab_says_how_many_wait_there(town, enter):
    for stage in ("file", "file", "verified", "disposed", "taken", "answered"):
        getattr(town, stage)()
    views = ("verifikasi", "disposisi", "tugas", "bebas", "penutupan", "selesai")
    for who, waiting in (("koko", (2, 1, 0, 1, 1, 0)), ("rina", (0, 0, 1, 1, 1, 0))):
        assert counted(views, town.user(who), town.at) == dict(zip(views, waiting, strict=True))
    page = enter("koko").get(LIST, {"lihat": "disposisi"}).content.decode()
    assert "Menunggu verifikasi <b>2</b>" in page
    assert "Menunggu disposisi <b>1</b>" in page


def test_photographs_are_released_and_taken_back_one_by_one(town, enter):
    one = town.verified(photos=[photo(), photo()])
    koko, public = enter("koko"), f"/aduan/publik/{one.number}/"
    page = koko.get(address(one)).content.decode()
    assert "Jangan tampilkan yang memperlihatkan wajah, pelat nomor" in page
    assert do(koko, one, "umum", public_text="Loket tutup.", photos=["2"]).status_code == 302
    assert "tampil untuk umum" in koko.get(address(one)).content.decode()
    assert [pictured(koko, f"{public}foto/{number}/") for number in (1, 2)] == [404, 200]
    assert "Loket tutup." in koko.get(public).content.decode()
    assert do(koko, one, "umum", public_text="Loket tutup.", photos=["3"]).status_code == 422
    do(koko, one, "umum", public_text="Loket tutup.")
    assert koko.get(f"{public}foto/2/").status_code == 404
    do(koko, one, "umum", public_text="")
    assert koko.get(public).status_code == 404


def test_what_is_public_can_still_be_taken_back_after_the_end(town, enter):
    one, koko = town.closed(photos=[photo()]), enter("koko")
    assert "Atur yang tampil untuk umum" in koko.get(address(one)).content.decode()
    assert do(koko, one, "umum", public_text="").status_code == 302


@pytest.mark.parametrize("who", ["rina", "dewi"])
def test_who_handles_it_releases_nothing(town, enter, who):
    one, client = town.taken(photos=[photo()]), enter(who)
    assert "Atur yang tampil untuk umum" not in client.get(address(one)).content.decode()
    assert do(client, one, "umum", public_text="Semua baik.", photos=["1"]).status_code == 403
    assert not one.photos.filter(is_public=True).exists()


@pytest.mark.parametrize(
    ("stage", "more"),
    [("file", {}), ("verified", {"is_secret": True}), ("verified", {"about_words": "loket dua"})],
)
def test_what_never_becomes_public_has_nothing_to_release(town, enter, stage, more):
    one, koko = getattr(town, stage)(photos=[photo()], **more), enter("koko")
    assert "Atur yang tampil untuk umum" not in koko.get(address(one)).content.decode()
    assert do(koko, one, "umum", public_text="Loket tutup.", photos=["1"]).status_code == 409
    with pytest.raises(PolicyRefused):
        town.do("publish", complaint=one, public_text="Loket tutup.", photos=[1])
    assert not one.photos.filter(is_public=True).exists()


def test_a_case_shows_what_all_its_reporters_brought(town, enter):
    case, other = town.taken(), town.file(photos=[photo()])
    town.do("merge", complaint=other, into=case)
    told = "Pintunya juga terkunci."
    town.do("add_information", "warga", complaint=other, text=told, photos=[photo()])
    rina = enter("rina")
    page = rina.get(address(case)).content.decode()
    assert told in page
    for number in ("1", "2"):
        assert address(other, "foto", number) in page
        assert pictured(rina, address(other, "foto", number)) == 200
        assert pictured(enter("gita"), address(other, "foto", number)) == 403
    assert rina.get(address(other)).status_code == 403


@pytest.mark.parametrize("role", ["employee", "others"])
def test_a_report_merged_with_one_about_an_officer_does_not_exist_for_him_either(town, enter, role):
    case, other = town.taken(), town.disposed(text="Petugas loket dua meminta uang rokok.")
    town.do("merge", complaint=other, into=case)
    rina = enter("rina")
    assert rina.get(address(other)).status_code == 200
    named = {"employee": town.nina, "others": []}
    named |= {"employee": town.office.rina} if role == "employee" else {"others": [town.office.rina]}
    town.do("name_officer", complaint=case, **named)
    assert rina.get(address(other)).status_code == 404
    assert other.number not in rina.get(LIST, {"lihat": "selesai"}).content.decode()
    assert enter("dewi").get(address(other)).status_code == 403


def test_what_turns_out_to_be_about_an_officer_leaves_the_unit_with_what_was_merged(town, enter):
    case, other = town.file(), town.disposed()
    town.do("merge", complaint=other, into=case)
    dewi = enter("dewi")
    assert dewi.get(address(other)).status_code == 200
    told = {"category": town.category, "kelas": "normatif", "is_about_person": True}
    town.do("verify", complaint=case, **told)
    assert dewi.get(address(other)).status_code == 403
