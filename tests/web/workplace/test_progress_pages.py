"""Daily progress on screen: one's day and week, the leader's list, evidence, and what a device sends."""

import json
from datetime import UTC, date, datetime
from io import BytesIO
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from abdi.activity.evidence.models import EvidenceItem
from abdi.activity.progress.enums import EntryStatus
from abdi.activity.progress.models import ActionLine, Entry, ProgressSetting
from abdi.evaluation.enums import EvaluationStatus, Predikat, Rating
from abdi.evaluation.models import Evaluation
from abdi.planning.versions.actions import note_absence
from abdi.planning.versions.enums import AbsenceKind
from abdi.web.workplace.progress.page import progress_today
from tests import cast
from tests.web.serving import opened_evaluation, serve

DAY = date(2026, 7, 8)
PAGE = "/kerja/progres/"
DECIDED = {
    "status": EvaluationStatus.DITETAPKAN,
    "rating_hasil": Rating.SESUAI,
    "rating_perilaku": Rating.SESUAI,
    "predikat": Predikat.BAIK,
    "decided_at": datetime(2026, 10, 5, tzinfo=UTC),
}


@pytest.fixture
def skp(office):
    return cast.agreed_skp(office)


@pytest.fixture
def told(office, enter, skp):
    """told("Rapat") → Rina's entry, typed into the form."""

    def tell(text="Menyusun panduan", **fields):
        typed = {"day": DAY.isoformat(), "text": text, "client_id": str(uuid4()), **fields}
        assert enter("rina").post(PAGE, typed).status_code == 302
        return Entry.objects.latest("pk")

    return tell


def text(answer):
    return " ".join(answer.content.decode().replace("\N{NO-BREAK SPACE}", " ").split())


def queries(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as seen:
        assert client.get(address).status_code == 200
    return len(seen)


def test_a_day_at_the_counter_is_confirmed_with_one_tap(office, enter, skp):
    serve(office, on_time=9, late=1)  # on the sixth of every month
    rina, address = enter("rina"), f"{PAGE}?hari=2026-07-06"
    page = rina.get(address)
    assert "Melayani 10 berkas Perubahan kartu keluarga" in text(page)
    (one,) = page.context["suggestions"]
    rina.post(f"{PAGE}sahkan/", {"day": "2026-07-06", "topic": one.topic, "digest": one.digest})
    entry = Entry.objects.get()
    assert (entry.amount, entry.rhk) == (10, skp.rhk.get())
    assert rina.get(address).context["suggestions"] == []


def test_the_first_screen_offers_the_tap_and_tells_the_leader_who_waits(office, enter, told):
    told()
    assert "1 progres pegawai menunggu Anda" in text(enter("dewi").get("/kerja/"))
    serve(office, on_time=9, late=1)
    context = progress_today(office.rina, date(2026, 7, 6))
    assert ([one.amount for one in context["suggestions"]], context["told"], context["waiting"]) == (
        [10],
        0,
        0,
    )


def test_what_cannot_be_entered_says_why_beside_its_field(enter, skp):
    typed = {"day": DAY.isoformat(), "text": "Rapat", "amount": "3", "client_id": str(uuid4())}
    answer = enter("rina").post(PAGE, typed)
    assert answer.status_code == 422
    assert "Isi jumlah bersama satuannya" in text(answer)
    assert "Rapat" in text(answer)


def test_the_week_shows_what_is_missing(enter, told):
    told()
    page = text(enter("rina").get(f"{PAGE}pekan/?hari={DAY}"))
    assert "4 hari kerja belum berisi." in page
    assert "Menyusun panduan" in page


def test_the_week_says_why_nothing_is_missing(office, enter, told):
    told()
    away = {"kind": AbsenceKind.TUGAS_BELAJAR, "start": date(2026, 7, 9), "dasar": "SK 5/2026"}
    note_absence(actor=office.user("sari"), employee=office.rina, **away)
    page = text(enter("rina").get(f"{PAGE}pekan/?hari={DAY}"))
    assert "2 hari kerja belum berisi." in page
    assert "Tugas belajar" in page


def test_the_leader_approves_in_bulk_and_returns_with_a_reason(enter, told):
    first, second, third = told("Satu"), told("Dua"), told("Tiga")
    dewi, list_ = enter("dewi"), f"{PAGE}persetujuan/"
    assert "3 progres" in text(dewi.get(list_))
    dewi.post(list_, {"entry": [first.uid, second.uid]})
    refused = dewi.post(f"{PAGE}{third.uid}/kembalikan/", {"remarks": ""})
    assert "Tulis apa yang perlu diubah" in text(refused)
    dewi.post(f"{PAGE}{third.uid}/kembalikan/", {"remarks": "Sebut nomornya"})
    assert "Tidak ada progres yang menunggu Anda" in text(dewi.get(list_))
    states = dict(Entry.objects.values_list("text", "status"))
    assert states == {
        "Satu": EntryStatus.DISETUJUI,
        "Dua": EntryStatus.DISETUJUI,
        "Tiga": EntryStatus.DIKEMBALIKAN,
    }
    rina = enter("rina")
    assert "Sebut nomornya" in text(rina.get(f"{PAGE}{third.uid}/"))
    rina.post(f"{PAGE}{third.uid}/", {"text": "Tiga, nomor 045"})
    dewi.post(list_, {"act": "page", "shown": [third.uid]})
    third.refresh_from_db()
    assert third.status == EntryStatus.DISETUJUI


def test_nobody_approves_for_the_leader(enter, told):
    entry = told()
    for who in ("rina", "joko", "budi", "sari"):
        assert enter(who).post(f"{PAGE}persetujuan/", {"entry": [entry.uid]}).status_code == 403
    entry.refresh_from_db()
    assert entry.status == EntryStatus.DIISI


def test_lists_ask_the_database_no_more_for_many(enter, told):
    dewi, rina = enter("dewi"), enter("rina")
    pages = [(dewi, f"{PAGE}persetujuan/"), (rina, f"{PAGE}?hari={DAY}"), (rina, f"{PAGE}pekan/?hari={DAY}")]
    told("Pertama")
    few = [queries(*one) for one in pages]
    for number in range(8):
        told(f"Berikutnya {number}")
    assert [queries(*one) for one in pages] == few


def test_evidence_is_attached_warned_of_and_opened_by_whoever_may(enter, told):
    rina, first, second = enter("rina"), told("Juli"), told("Maret", day="2026-03-09")
    for entry in (first, second):
        upload = BytesIO(b"%PDF-1.7 sama")
        upload.name = "laporan.pdf"
        rina.post(f"{PAGE}{entry.uid}/bukti/", {"file": upload, "link": "", "title": ""})
    assert "Sudah dipakai pada Juli 2026" in text(rina.get(f"{PAGE}{second.uid}/"))
    item = EvidenceItem.objects.latest("pk")
    for who, status in {"rina": 200, "dewi": 200, "budi": 200, "sari": 200, "joko": 403}.items():
        answer = enter(who).get(f"{PAGE}bukti/{item.uid}/")
        assert answer.status_code == status, who
        if status == 200:
            assert b"".join(answer.streaming_content) == b"%PDF-1.7 sama"
            assert answer.headers["Cache-Control"] == "private, no-store"
    refused = rina.post(f"{PAGE}{first.uid}/bukti/", {"link": "ftp://contoh.test/a"})
    assert "Tautan dimulai dengan https://" in text(refused)
    rina.post(f"{PAGE}bukti/{item.uid}/lepas/")
    assert not EvidenceItem.objects.filter(pk=item.pk).exists()


def test_evidence_on_a_realisation_is_open_until_the_predikat_is_set(office, enter):
    evaluation = opened_evaluation(office)
    realisation, rina = evaluation.realisations.get(), enter("rina")
    address = f"{PAGE}bukti-realisasi/{realisation.uid}/"
    rina.post(address, {"link": "https://contoh.test/laporan", "title": "Laporan"})
    item = EvidenceItem.objects.get()
    assert "Laporan" in text(enter("dewi").get(address))
    Evaluation.objects.filter(pk=evaluation.pk).update(**DECIDED, decided_by=office.user("dewi"))
    assert "terkunci" in text(rina.post(f"{PAGE}bukti/{item.uid}/lepas/", follow=True))
    assert "Lampirkan bukti" not in text(rina.get(address))


def send(client, person, *entries, **headers):
    body = json.dumps({"person": str(person.uid), "entries": list(entries)})
    return client.post(f"{PAGE}kirim/", body, content_type="application/json", **headers)


def kept(text, **fields):
    """As the form of the page is kept on a device."""
    empty = {"rhk": "", "amount": "", "satuan": ""}
    return {**empty, "day": DAY.isoformat(), "text": text, "client_id": str(uuid4()), **fields}


def test_what_a_device_kept_comes_in_once_and_one_refusal_holds_nothing_up(office, enter, skp):
    rina, good, ahead = (
        enter("rina"),
        kept("Rapat", amount="2,5", satuan="jam"),
        kept("Nanti", day="2099-01-01"),
    )
    for _again in range(2):
        results = send(rina, office.rina, good, ahead).json()["results"]
        assert [bool(one["refused"]) for one in results] == [False, True]
    assert [str(one.amount) for one in Entry.objects.all()] == ["2.50"]


def test_a_device_sends_only_what_its_own_person_typed(office, enter, skp):
    assert send(enter("joko"), office.rina, kept("Rapat")).status_code == 403
    assert send(enter("rina"), office.rina, "bukan progres").status_code == 422
    assert not Entry.objects.exists()


def test_sending_needs_a_fresh_token(office, skp):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(office.user("rina"), backend="django.contrib.auth.backends.ModelBackend")
    assert send(strict, office.rina, kept("Rapat")).status_code == 403
    token = strict.get(f"{PAGE}tanda/")
    assert "no-store" in token.headers["Cache-Control"]
    assert send(strict, office.rina, kept("Rapat"), HTTP_X_CSRFTOKEN=token.json()["token"]).status_code == 200


def test_the_worker_reaches_no_further_than_progress_and_is_forgotten_at_sign_out(enter, skp):
    rina = enter("rina")
    worker = rina.get(f"{PAGE}pekerja.js")
    assert worker.headers["Content-Type"].startswith("text/javascript")
    assert "Service-Worker-Allowed" not in worker.headers
    assert "Clear-Site-Data" not in rina.post(PAGE, {}).headers
    assert rina.post("/akun/logout/").headers["Clear-Site-Data"] == '"storage"'


def test_windows_are_set_by_those_who_manage_periods(enter, skp):
    address = f"{PAGE}pengaturan/"
    assert enter("rina").get(address).status_code == 403
    sari = enter("sari")
    assert sari.post(address, {"days_to_enter": "90"}).status_code == 422
    sari.post(address, {"days_to_enter": "5", "days_to_approve": ""})
    assert (ProgressSetting.objects.get().days_to_enter, ProgressSetting.objects.get().days_to_approve) == (
        5,
        None,
    )


def test_an_action_plan_is_written_and_reported_on_screen(enter, skp):
    rina, address = enter("rina"), f"{PAGE}rencana-aksi/{skp.uid}/"
    iki = skp.rhk.get().iki.last()
    refused = rina.post(address, {"towards": iki.uid, "text": "Menulis panduan"})
    assert "Isi target paling sedikit" in text(refused)
    rina.post(address, {"towards": iki.uid, "text": "Menulis panduan", "target_2": "Terbit"})
    line = ActionLine.objects.get()
    assert (line.iki, line.quarters.get().quarter) == (iki, 2)
    rina.post(f"{PAGE}rencana-aksi/baris/{line.uid}/", {"quarter": 2, "realisation": "Sudah", "note": ""})
    assert "Sudah" in text(enter("dewi").get(address))
    assert rina.get(f"{address}pdf/").content.startswith(b"%PDF")
