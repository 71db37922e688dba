"""One evaluation seen from both sides, the leader's list, and the facts behind a number."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from abdi.evaluation.enums import EvaluationStatus
from tests.web.crowd import join
from tests.web.serving import opened_evaluation


@pytest.fixture
def evaluation(office):
    return opened_evaluation(office)


def url(evaluation, *parts):
    return "/".join(["/kerja/evaluasi", str(evaluation.uid), *parts, ""])


def text(answer):
    return answer.content.decode().replace("\N{NO-BREAK SPACE}", " ")


def queries(client, address):
    client.get(address)  # what is remembered for the whole process is warm
    with CaptureQueriesContext(connection) as seen:
        assert client.get(address).status_code == 200
    return len(seen)


def test_the_leader_sees_value_n_interval_and_what_it_means(enter, evaluation):
    page = text(enter("dewi").get(url(evaluation)))
    # 291 of 300; Wilson's interval by hand: Newcombe (1998), method 3
    for words in ("97,0 %", "94,4–98,4", ">300<", "Memenuhi target", "3 bulan, dari 97,0 ke 97,0"):
        assert words in page


def test_both_sides_come_from_a_number_to_the_evidence_for_it(enter, evaluation):
    address = f"/kerja/progres/bukti-realisasi/{evaluation.realisations.get().uid}/"
    for who in ("rina", "dewi"):
        assert f'href="{address}"' in text(enter(who).get(url(evaluation)))
        assert enter(who).get(address).status_code == 200


def test_a_rating_off_the_middle_asks_for_its_reason_beside_the_field(enter, evaluation):
    dewi, typed = enter("dewi"), {"hasil": "sesuai", "perilaku": "di_atas", "notes": "Ajari Joko."}
    answer = dewi.post(url(evaluation, "rating"), {**typed, "reason": "", "act": "decide"})
    assert answer.status_code == 422
    assert answer.context["rating"].errors == {
        "reason": ["Tulis satu kalimat alasan, karena rating perilaku di atas ekspektasi."]
    }
    assert "Ajari Joko." in text(answer)
    dewi.post(url(evaluation, "rating"), {**typed, "reason": "Menggantikan rekan.", "act": "decide"})
    evaluation.refresh_from_db()
    assert (evaluation.status, evaluation.predikat) == (EvaluationStatus.DITETAPKAN, "baik")
    assert "Keberatan dapat diajukan sampai" in text(enter("rina").get(url(evaluation)))


def test_a_draft_of_ratings_is_the_leaders_alone(enter, evaluation):
    draft = {"hasil": "di_bawah", "perilaku": "sesuai", "reason": "Masih saya timbang.", "act": "save"}
    enter("dewi").post(url(evaluation, "rating"), draft)
    assert "Masih saya timbang." in text(enter("dewi").get(url(evaluation)))
    page = text(enter("rina").get(url(evaluation)))
    assert "Masih saya timbang." not in page
    assert 'aria-current="true"' not in page


def test_an_employee_reports_what_no_fact_measures(enter, evaluation):
    rina = enter("rina")
    iki = next(one for rhk in evaluation.skp.rhk.all() for one in rhk.iki.all() if not one.is_measured)
    address = url(evaluation, "realisasi", str(iki.uid))
    refused = rina.post(address, {f"{iki.uid}-value": "1,5", f"{iki.uid}-evidence": ""})
    assert "Sebutkan bukti dukungnya" in text(refused)
    assert 'value="1,5"' in text(refused)
    rina.post(address, {f"{iki.uid}-value": "1,5", f"{iki.uid}-evidence": "Nota dinas 12"})
    page = text(enter("dewi").get(url(evaluation)))
    assert "1,5 dokumen" in page
    assert "Nota dinas 12" in page


def test_feedback_is_read_by_the_employee(enter, evaluation):
    row = evaluation.realisations.get()
    enter("dewi").post(
        url(evaluation, "umpan-balik"), {str(row.iki.uid): "Makin rapi.", "loyal": "Menjaga rahasia warga."}
    )
    page = text(enter("rina").get(url(evaluation)))
    assert "“Makin rapi.”" in page
    assert "“Menjaga rahasia warga.”" in page


def test_every_fact_behind_a_number_can_be_seen(enter, evaluation):
    row, rina = evaluation.realisations.get(), enter("rina")
    first, last = (rina.get(f"/kerja/ukuran/{row.uid}/", {"page": page}) for page in (1, 99))
    assert len(first.context["rows"]) == len(last.context["rows"]) == 50
    assert last.context["page"].number == 6
    assert row.lineage["ukuran"]["digest"] in text(first)
    cases = {fact["case"] for page in range(1, 7) for fact in _facts(rina, row, page)}
    assert cases == {f"KK-{month:02}-{number:03}" for month in (7, 8, 9) for number in range(100)}


def _facts(client, row, page):
    return client.get(f"/kerja/ukuran/{row.uid}/", {"page": page}).context["rows"]


def test_the_list_finds_filters_and_leaves_as_csv(office, enter, evaluation):
    dewi = enter("dewi")
    join(office, 3)
    of_quarter = {"periode": str(office.quarter.uid)}
    assert [row["label"] for row in dewi.get("/kerja/nilai/", of_quarter).context["rows"]] == [
        "Sedang dinilai",
        *["Evaluasi belum dibuka"] * 3,
    ]
    found = dewi.get("/kerja/nilai/", {**of_quarter, "q": "rina", "keadaan": "dinilai"})
    assert [str(row["skp"].employee) for row in found.context["rows"]] == ["Rina Misal"]
    table = dewi.get("/kerja/nilai/", {**of_quarter, "format": "csv"}).content.decode("utf-8-sig")
    assert table.splitlines()[1].startswith("Rina Misal,199003032015012003,Pengadministrasi kependudukan")


def test_an_evaluation_is_opened_from_the_list(office, enter, evaluation):
    join(office, 1)
    skp = office.dewi.skp_to_assess.get(employee__name="Pegawai Contoh 0")
    answer = enter("dewi").post(f"/kerja/nilai/{skp.uid}/buka/", {"period": str(office.quarter.uid)})
    assert answer.url == f"/kerja/evaluasi/{skp.evaluations.get().uid}/"
    assert enter("dewi").post(f"/kerja/nilai/{skp.uid}/buka/", {"period": "bukan-uid"}).status_code == 404


@pytest.mark.parametrize("address", ["/kerja/", "/kerja/nilai/"])
def test_more_people_cost_no_more_queries(office, enter, evaluation, address):
    dewi = enter("dewi")
    join(office, 5)
    few = queries(dewi, address)
    join(office, 45)
    assert queries(dewi, address) == few <= 25


def test_the_first_screen_says_who_waits(office, enter, evaluation):
    page = text(enter("dewi").get("/kerja/"))
    assert "Menunggu Anda" in page
    assert "Rina Misal" in page
    assert "97,0 %" in text(enter("rina").get("/kerja/"))
    assert "Anda belum punya SKP." in text(enter("joko").get("/kerja/"))
