"""The engine itself: which version speaks, what the lineage keeps, what an instansi may set."""

from dataclasses import dataclass, fields
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

import pytest
import yaml

from abdi.rules import Outcome, RuleInputError, check_override, evaluate, list_parameters, list_rules
from abdi.rules import engine as engine_module
from abdi.rules import registry as registry_module
from abdi.rules.inputs import reader
from abdi.rules.parameters import UniqueKeyLoader, catalogue
from abdi.rules.reading import Parameters
from abdi.rules.registry import Rule, rule
from abdi.rules.serialisation import to_json

ON = date(2026, 1, 31)
QUESTION = {"hasil": "di_atas", "perilaku": "sesuai"}


class Warna(StrEnum):
    MERAH = "merah"


@dataclass(frozen=True)
class Formulir:
    teks: str = ""
    hari: date | None = None
    angka: Fraction | None = None
    warna: Warna | None = None
    campuran: int | str | None = None
    apa_saja: object = None


@dataclass(frozen=True)
class Rahasia:
    nomor: str

    def inputs_shown(self) -> dict[str, str]:
        return {"nomor": "***"}


@pytest.fixture
def registry(monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty registry for the test; the real one is back afterwards."""
    list_rules()
    empty: dict[str, list[Rule]] = {}
    for module in (engine_module, registry_module):
        monkeypatch.setattr(module, "registry", empty)
    monkeypatch.setattr(engine_module, "_all_rules", lambda: empty)


def test_lineage_names_rule_version_articles_parameters_and_inputs() -> None:
    answer = evaluate("predikat_kinerja", on=ON, input=QUESTION).as_dict()
    assert answer["value"] == "baik"
    assert (answer["rule"], answer["version"]) == ("predikat_kinerja", "2022-02-03")
    assert answer["dasar"][0]["title"].startswith("PermenPANRB 6/2022")
    assert answer["inputs"] == QUESTION
    used = answer["parameters"]["kinerja/matriks_predikat"]
    assert (used["since"], used["confidence"]) == ("2022-02-03", "terverifikasi")
    assert used["value"]["di_atas"]["sesuai"] == "baik"


def test_an_answer_belongs_to_its_caller() -> None:
    first = evaluate("predikat_kinerja", on=ON, input=QUESTION).as_dict()
    first["parameters"]["kinerja/matriks_predikat"]["value"].clear()
    first["dasar"][0].clear()
    assert evaluate("predikat_kinerja", on=ON, input=QUESTION).as_dict() != first


def test_unknown_rule_suggests_near_names() -> None:
    with pytest.raises(RuleInputError, match="mungkin: predikat_kinerja") as refusal:
        evaluate("predikat_kinreja", on=ON, input=QUESTION)
    assert refusal.value.field == "name"
    with pytest.raises(RuleInputError, match="ikm"):
        evaluate("xyzzy", on=ON, input=QUESTION)


def test_a_rule_is_asked_for_a_day_not_a_moment() -> None:
    with pytest.raises(TypeError):
        evaluate("predikat_kinerja", on=datetime(2026, 1, 31, tzinfo=UTC), input=QUESTION)


@pytest.mark.usefixtures("registry")
def test_versions_stay_side_by_side() -> None:
    for since in ("2022-01-01", "2020-01-01", "2024-01-01"):

        @rule("contoh", berlaku_sejak=since, dasar=[{"title": since, "confidence": "primer"}])
        def contoh(masukan: Formulir, p: Parameters) -> Outcome:
            """Contoh."""
            return Outcome(p.on)

    asked = [date(2020, 1, 1), date(2021, 12, 31), date(2022, 1, 1), date(2026, 1, 1)]
    assert [evaluate("contoh", on=day, input={}).version for day in asked] == [
        "2020-01-01", "2020-01-01", "2022-01-01", "2024-01-01",
    ]  # fmt: skip
    with pytest.raises(RuleInputError, match="baru berlaku sejak 2020-01-01"):
        evaluate("contoh", on=date(2019, 12, 31), input={})


@pytest.mark.usefixtures("registry")
def test_an_input_may_hide_itself_from_the_lineage() -> None:
    @rule("rahasia", berlaku_sejak="2020-01-01", dasar=[])
    def rahasia(masukan: Rahasia, p: Parameters) -> Outcome:
        return Outcome(len(masukan.nomor))

    answer = evaluate("rahasia", on=ON, input={"nomor": "1234"})
    assert (answer.value, answer.inputs) == (4, {"nomor": "***"})
    assert list_rules()[0].description == ""


@pytest.mark.parametrize(
    ("raw", "read"),
    [
        ({}, Formulir()),
        ({"teks": "a", "hari": "2026-01-31"}, Formulir(teks="a", hari=ON)),
        ({"hari": ON, "angka": None}, Formulir(hari=ON)),
        ({"angka": 0.1}, Formulir(angka=Fraction(1, 10))),
        ({"angka": "25/12"}, Formulir(angka=Fraction(25, 12))),
        ({"angka": Decimal("2.5")}, Formulir(angka=Fraction(5, 2))),
        ({"angka": Fraction(1, 3), "warna": "merah"}, Formulir(angka=Fraction(1, 3), warna=Warna.MERAH)),
        ({"campuran": "x", "apa_saja": [1]}, Formulir(campuran="x", apa_saja=[1])),
    ],
)
def test_inputs_are_read_exactly(raw: dict[str, object], read: Formulir) -> None:
    assert reader(Formulir)(raw) == read


@pytest.mark.parametrize(
    ("raw", "sentence", "field"),
    [
        ({"teks": 3}, "'teks' harus berupa teks", "teks"),
        ({"hari": datetime(2026, 1, 31, tzinfo=UTC)}, "'hari' harus berupa tanggal", "hari"),
        ({"hari": "31-01-2026"}, "'hari' harus berupa tanggal", "hari"),
        ({"angka": True}, "'angka' harus berupa angka", "angka"),
        ({"angka": float("nan")}, "'angka' harus berupa angka", "angka"),
        ({"angka": Decimal("Infinity")}, "'angka' harus berupa angka", "angka"),
        ({"angka": "1e999999999"}, "'angka' harus berupa angka", "angka"),
        ({"angka": "1/0"}, "'angka' harus berupa angka", "angka"),
        ({"warna": []}, "pilih salah satu: merah", "warna"),
        ({"lain": 1}, "Masukan 'lain' tidak dikenal; yang diterima: teks, hari", "lain"),
        ([], "Masukan harus berupa objek", None),
    ],
)
def test_inputs_are_refused_in_words(raw: dict[str, object], sentence: str, field: str | None) -> None:
    with pytest.raises(RuleInputError) as refusal:
        reader(Formulir)(raw)
    assert sentence in refusal.value.message
    assert refusal.value.field == field


def test_a_parameter_speaks_from_its_first_day() -> None:
    with pytest.raises(RuleInputError, match="baru berlaku sejak 2019-04-29"):
        Parameters(date(2019, 4, 28))["kinerja/capaian_maksimal"]
    assert Parameters(date(2019, 4, 29))["kinerja/capaian_maksimal"] == 120


def test_a_value_written_twice_is_refused() -> None:
    with pytest.raises(yaml.YAMLError, match="the same key twice"):
        UniqueKeyLoader("2022-01-01: 1\n2022-01-01: 2\n").get_single_data()


def test_decimals_of_a_parameter_are_exact() -> None:
    assert Parameters(ON)["skm/bobot_tercetak"]["0.11"]["bobot"] == Fraction(11, 100)


def test_a_table_of_law_cannot_be_changed_by_a_formula() -> None:
    with pytest.raises(TypeError):
        Parameters(ON)["kinerja/matriks_predikat"]["di_atas"] = {}


def test_parameters_are_listed_by_path() -> None:
    paths = [parameter.path for parameter in list_parameters()]
    assert paths == sorted(paths) == sorted(catalogue())


REKOMENDASI = "talenta/rekomendasi"


@pytest.mark.parametrize(
    ("path", "value", "sentence"),
    [
        ("kinerja/capaian_maksimal", 130, "tidak boleh diatur sendiri"),
        ("tidak/ada", 1, "tidak boleh diatur sendiri"),
        ("kinerja/tim_kecil", 0, "harus antara 1 dan 20 orang"),
        ("kinerja/tim_kecil", "banyak", "harus berupa angka"),
        ("disiplin/rezim_sedang", "lain", "hanya boleh diisi salah satu dari"),
        (REKOMENDASI, {1: "a"}, "harus berisi tepat isian"),
        (REKOMENDASI, "a", "harus berisi tepat isian"),
        (REKOMENDASI, dict.fromkeys(range(1, 10), 5), "tidak sejenis"),
        (REKOMENDASI, {kotak: ["a"] for kotak in range(1, 10)}, "tidak sejenis"),
    ],
)
def test_an_instansi_stays_within_the_law(path: str, value: object, sentence: str) -> None:
    with pytest.raises(RuleInputError, match=sentence):
        check_override(path, value, on=ON)


def test_what_an_instansi_sets_is_used_and_shown() -> None:
    words = {kotak: f"tindakan {kotak}" for kotak in range(1, 10)}
    answer = evaluate(
        "talenta_9_kotak",
        on=ON,
        input={"kinerja": "sesuai", "potensi": "tinggi"},
        overrides={REKOMENDASI: words},
    )
    assert answer.details["rekomendasi"] == "tindakan 8"
    assert answer.parameters[REKOMENDASI]["set_by"] == "instansi"
    assert check_override("kinerja/tim_kecil", "7.5", on=ON) == Fraction(15, 2)


def test_everything_a_rule_says_can_be_json() -> None:
    assert to_json(Decimal("1.50")) == "1.50"
    assert to_json(timedelta(hours=1)) == "1:00:00"
    assert to_json({"b", "a"}) == ["a", "b"]
    assert to_json((ON, Fraction(1, 3), Fraction(5, 2), None, 1.5)) == ["2026-01-31", "1/3", "2.5", None, 1.5]
    with pytest.raises(TypeError):
        to_json(object())


def test_input_types_are_known_to_whoever_builds_a_form() -> None:
    shape = next(version for version in list_rules() if version.name == "predikat_kinerja").input_type
    assert [field.name for field in fields(shape)] == ["hasil", "perilaku"]
