"""/dasar-hukum/: all of the law, searchable, with what is not verified said plainly."""

import html

import pytest
from django.urls import reverse

from abdi.rules import list_parameters, list_rules

RULES = sorted({rule.name for rule in list_rules()})
PARAMETERS = [parameter.path for parameter in list_parameters()]


def text(answer) -> str:
    assert answer.status_code == 200
    return html.unescape(answer.content.decode())


def test_every_rule_is_listed(client, db):
    page = text(client.get("/dasar-hukum/"))
    for name in RULES:
        assert reverse("law:rule", args=[name]) in page


@pytest.mark.parametrize("name", RULES)
def test_every_rule_has_a_page_with_all_its_versions(client, db, name):
    page = text(client.get(reverse("law:rule", args=[name])))
    versions = [rule for rule in list_rules() if rule.name == name]
    for version in versions:
        assert version.since.isoformat() in page
        for basis in version.dasar:
            assert basis["title"] in page


def test_every_parameter_has_a_page_with_its_reference(client, db):
    for parameter in list_parameters():
        page = text(client.get(reverse("law:parameter", args=[parameter.path])))
        for value in parameter.values:
            assert value.reference["title"] in page


def test_an_unverified_number_is_said_to_be_one(client, db):
    doubtful = [
        p for p in list_parameters() if any(v.confidence in ("ingatan", "tidak_pasti") for v in p.values)
    ]
    for parameter in doubtful:
        page = text(client.get(reverse("law:parameter", args=[parameter.path])))
        assert "Periksa sebelum dipakai mengambil keputusan." in page


def test_topics_reach_every_parameter(client, db):
    page = text(client.get("/dasar-hukum/"))
    for topic in {path.partition("/")[0] for path in PARAMETERS}:
        assert f"?topik={topic}" in page
    seen = ""
    for number in range(1, len(PARAMETERS) // 25 + 2):
        seen += text(client.get("/dasar-hukum/", {"topik": "tenggat", "page": number}))
    for path in (path for path in PARAMETERS if path.startswith("tenggat/")):
        assert reverse("law:parameter", args=[path]) in seen


def test_search_finds_words_of_the_article(client, db):
    page = text(client.get("/dasar-hukum/", {"q": "kuadran"}))
    assert reverse("law:rule", args=["predikat_kinerja"]) in page
    assert reverse("law:rule", args=["nik"]) not in page


def test_search_without_a_hit_says_what_to_try(client, db):
    assert "Coba nama peraturan" in text(client.get("/dasar-hukum/", {"q": "zzzz"}))


def test_trying_a_rule_gives_value_and_lineage(client, db):
    asked = {"hasil": "di_bawah", "perilaku": "di_bawah", "tanggal_berlaku": "2026-01-31"}
    page = text(client.get("/dasar-hukum/aturan/predikat_kinerja/", asked))
    assert "sangat kurang" in page
    assert "Kenapa jawabannya begini?" in page
    assert "kinerja/matriks_predikat" in page


def test_a_day_before_the_law_is_refused_beside_the_date(client, db):
    asked = {"hasil": "sesuai", "perilaku": "sesuai", "tanggal_berlaku": "2020-01-31"}
    page = text(client.get("/dasar-hukum/aturan/predikat_kinerja/", asked))
    assert "baru berlaku sejak 2022-02-03" in page
    assert 'id="id_tanggal_berlaku_error"' in page
    assert 'value="2020-01-31"' in page


def test_numbers_may_be_typed_with_a_comma(client, db):
    asked = {"arah": "naik", "target": "90", "realisasi": "45,5", "tanggal_berlaku": "2026-01-31"}
    assert "50.56" in text(client.get("/dasar-hukum/aturan/capaian_iki/", asked))


def test_broken_json_is_placed_by_line_and_column(client, db):
    asked = {"arah": "naik", "target": "[90,", "realisasi": "45", "tanggal_berlaku": "2026-01-31"}
    page = text(client.get("/dasar-hukum/aturan/capaian_iki/", asked))
    assert "baris 1 kolom 5" in page
    assert "[90," in page


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"realisasi": "9" * 5000}, "Bilangan ini lebih dari 400 angka."),
        ({"realisasi": "1" * 5000 + ",5"}, "Bilangan ini lebih dari 400 angka."),
        ({"target": "[" * 3000}, "JSON ini bertingkat lebih dari 20."),
        ({"target": "[" * 500 + "]" * 500}, "JSON ini bertingkat lebih dari 20."),
        ({"target": f"[{'9' * 5000}]"}, "Bilangan ini lebih dari 400 angka."),
    ],
)
def test_what_no_law_asks_for_is_refused_in_a_sentence(client, db, given, sentence):
    asked = {"arah": "naik", "target": "90", "realisasi": "45", "tanggal_berlaku": "2026-01-31"} | given
    assert sentence in text(client.get("/dasar-hukum/aturan/capaian_iki/", asked))


def test_deadlines_count_the_calendar_of_the_instansi(client, instansi):
    asked = {"jenis": "kip_permintaan", "mulai": "2026-03-02", "zona": "WIB", "tanggal_berlaku": "2026-03-02"}
    assert "Jawaban" in text(client.get("/dasar-hukum/aturan/tenggat/", asked))


@pytest.mark.parametrize("name", ["nik", "nip"])
def test_personal_numbers_never_enter_an_address(client, db, name):
    page = text(client.get(f"/dasar-hukum/aturan/{name}/"))
    assert 'class="stack" method="post"' in page
    asked = {name: "0000000000000000", "tanggal_berlaku": "2026-01-31"}
    assert "Rincian" in text(client.post(f"/dasar-hukum/aturan/{name}/", asked))


@pytest.mark.parametrize("address", ["aturan/tidak_ada/", "ketentuan/tidak/ada/", "aturan/a-b/"])
def test_unknown_names_are_not_found(client, db, address):
    answer = client.get(f"/dasar-hukum/{address}")
    assert answer.status_code == 404
    assert "Halaman ini tidak ada" in answer.content.decode()


def test_english_page_marks_the_law_as_indonesian(client, db):
    client.post("/bahasa/", {"language": "en"})
    page = text(client.get("/dasar-hukum/aturan/predikat_kinerja/"))
    assert "Legal basis" in page
    assert '<span lang="id">Predikat kinerja</span>' in page
