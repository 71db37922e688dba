"""A report card received and disputed on screen; a fact contested; what waits for whom."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from abdi.evaluation.contest.models import Contest
from abdi.evaluation.models import Evaluation
from abdi.evaluation.objection.models import Keberatan
from abdi.evaluation.recusal.models import Conflict
from tests.evaluation.judged import decided
from tests.evaluation.objection.test_contest import late_fact
from tests.web.crowd import join
from tests.web.serving import opened_evaluation


def text(answer):
    return answer.content.decode().replace("\N{NO-BREAK SPACE}", " ")


def card(evaluation, *parts):
    return "/".join(["/kerja/keberatan/rapor", str(evaluation.uid), *parts, ""])


def test_from_the_hand_over_to_a_changed_predikat(office, enter):
    """Everybody uses what the page offers him."""
    evaluation = decided(office)
    dewi, rina, budi = enter("dewi"), enter("rina"), enter("budi")
    assert "Serahkan rapor" in text(dewi.get(card(evaluation)))
    dewi.post(card(evaluation, "serahkan"))
    page = text(rina.get(card(evaluation)))
    for words in (
        "Terima rapor",
        "Ajukan keberatan",
        "Tanya penilai",
        "Butuh Perbaikan",
        "Panduan belum selesai",
    ):
        assert words in page
    rina.post(card(evaluation, "terima"))
    assert "Keberatan dapat diajukan sampai" in text(rina.get(card(evaluation)))
    rina.post(card(evaluation, "tanya"), {"text": "Panduan mana?"})
    question = evaluation.questions.get()
    dewi.post(f"/kerja/keberatan/tanya/{question.uid}/jawab/", {"text": "Panduan loket kedua."})
    assert "“Panduan loket kedua.”" in text(rina.get(card(evaluation)))
    refused = rina.post(card(evaluation, "ajukan"), {"reasons": ""})
    assert (refused.status_code, "Tulis alasan keberatan" in text(refused)) == (422, True)
    file = SimpleUploadedFile("panduan.pdf", b"%PDF-1.7\n", content_type="application/pdf")
    rina.post(card(evaluation, "ajukan"), {"reasons": "Sudah terbit.", "evidence": "ND 12", "file": file})
    one = Keberatan.objects.get()
    address = f"/kerja/keberatan/{one.uid}/"
    assert b"".join(budi.get(f"{address}lampiran/").streaming_content).startswith(b"%PDF")
    early = budi.post(f"{address}putus/", {"outcome": "kuatkan", "reason": "Sesuai"})
    assert "Tunggu penjelasan Dewi Umpama" in text(early)
    dewi.post(f"{address}jelaskan/", {"text": "Terbit sesudah periode."})
    change = {"outcome": "ubah", "hasil": "sesuai", "perilaku": "sesuai"}
    assert "Tulis alasan putusan" in text(budi.post(f"{address}putus/", {**change, "reason": ""}))
    budi.post(f"{address}putus/", {**change, "reason": "Terbit 12 Agustus."})
    assert Evaluation.objects.get(pk=evaluation.pk).predikat == "baik"
    page = text(rina.get(card(evaluation)))
    assert "Butuh Perbaikan" in page
    assert "Terbit 12 Agustus." in page


def test_a_fact_is_contested_from_the_page_of_its_number(office, enter):
    evaluation = opened_evaluation(office)
    row, rina, sari = evaluation.realisations.get(), enter("rina"), enter("sari")
    assert "Sanggah" in text(rina.get(f"/kerja/ukuran/{row.uid}/"))
    assert "contest_new" not in text(enter("dewi").get(f"/kerja/ukuran/{row.uid}/"))
    address = f"/kerja/keberatan/fakta/{row.uid}/{late_fact(office)['id']}/"
    assert rina.get(address).status_code == 200
    rina.post(address, {"reason": "Selesai 09.10", "evidence": "Nomor antrean A-12"})
    contest = Contest.objects.get()
    assert "1 fakta di balik evaluasi ini disanggah" in text(rina.get(f"/kerja/evaluasi/{evaluation.uid}/"))
    assert "Rina Misal" in text(sari.get("/kerja/keberatan/menunggu/"))
    check = f"/kerja/keberatan/data/{contest.uid}/periksa/"
    refused = sari.post(check, {"outcome": "koreksi", "value": "", "reason": "Salah jam"})
    assert "Isi nilai yang benar" in text(refused)
    sari.post(check, {"outcome": "koreksi", "value": "1", "reason": "Salah jam"})
    assert "Fakta dikoreksi" in text(rina.get(f"/kerja/keberatan/data/{contest.uid}/"))


def test_an_assessor_stands_aside_on_screen(office, enter):
    evaluation = opened_evaluation(office)
    rina, budi = enter("rina"), enter("budi")
    rina.post(
        f"/kerja/keberatan/skp/{evaluation.skp.uid}/benturan/",
        {"kind": "keluarga", "text": "Sepupu, lihat KK"},
    )
    address = f"/kerja/keberatan/benturan/{Conflict.objects.get().uid}/"
    assert "Putuskan" in text(budi.get(address))
    assert "Putuskan" not in text(enter("dewi").get(address))
    budi.post(f"{address}putus/", {"accepted": "1", "reason": "Benar, tercatat."})
    page = text(budi.get(f"/kerja/evaluasi/{evaluation.uid}/"))
    assert "Dinilai oleh Budi Andaian, menggantikan Dewi Umpama" in page
    assert "Simpan draf" in page
    assert "Simpan draf" not in text(enter("dewi").get(f"/kerja/evaluasi/{evaluation.uid}/"))


def queries(client, address):
    client.get(address)  # what is remembered for the whole process is warm
    with CaptureQueriesContext(connection) as seen:
        assert client.get(address).status_code == 200
    return len(seen)


@pytest.mark.parametrize("address", ["/kerja/keberatan/menunggu/?jenis=serah", "/kerja/keberatan/"])
def test_more_waiting_costs_no_more_queries(office, enter, address):
    first, dewi = decided(office), enter("dewi")
    few = queries(dewi, address)
    for skp in (one.skp.get() for one in join(office, 20)):
        copy = {"skp": skp, "period": first.period, "status": first.status, "predikat": first.predikat}
        set_by = {"decided_at": first.decided_at, "decided_by": first.decided_by}
        ratings = {"rating_hasil": first.rating_hasil, "rating_perilaku": first.rating_perilaku}
        Evaluation(**copy, **set_by, **ratings).save()
    assert queries(dewi, address) == few <= 30
