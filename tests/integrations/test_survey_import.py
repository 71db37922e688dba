"""`abdi import skm` on real answers. Oracles are plain `csv` and arithmetic."""

import csv
from collections import Counter

import pytest

from abdi.facts.selectors import current
from abdi.platform.tenancy.models import Instansi
from abdi.platform.tenancy.scope import instansi_scope
from abdi.voice.surveys.models import Response
from abdi.voice.surveys.signs import is_flagged
from tests.data import shared
from tests.integrations.conftest import Refused

KEDIRI = "skm/skm_kuesioner_kediri_2024_u1u9.csv"
BMKG = "skm/skm_bmkg_2020_u1u14.csv"


@pytest.fixture
def import_skm(run_import):
    def run(path, *mapping: str, zone: str = "WIB", kantor: str = "") -> dict:
        given = ["--map", *mapping] if mapping else []
        zona = ["--zona", zone] if zone else []
        offices = ["--kantor", kantor] if kantor else []
        return run_import(
            "skm", path, "--instansi", "kab-contoh", "--layanan", "ktp-el", *zona, *offices, *given
        )

    return run


@pytest.fixture
def survey(tmp_path):
    def write(*lines: str):
        path = tmp_path / "survei.csv"
        path.write_text("\n".join(["id,time,u1,u2,u3", *lines]) + "\n")
        return path

    return write


def facts():
    with instansi_scope(Instansi.objects.get()):
        return current(limit=10_000)


def test_every_answer_is_a_fact_and_the_order_of_questions_is_a_setting(import_skm):
    report = import_skm(shared(KEDIRI), "time=submitted_at", "sarana=u8", "pengaduan=u9")
    assert (report["responses"], report["recorded"], report["skipped"], report["released"]) == (20, 20, 0, 20)
    with shared(KEDIRI).open(newline="") as file:
        rows = list(csv.DictReader(file))
    column = {"skm.persyaratan": "u1", "skm.perilaku": "u7", "skm.sarana": "u8", "skm.pengaduan": "u9"}
    for kind, name in column.items():
        answers = Counter(fact["value"] for fact in facts() if fact["kind"] == kind)
        assert answers == Counter(float(row[name]) for row in rows)
    assert Counter(fact["kind"] for fact in facts()).most_common()[-1][1] == 20
    means = [sum(int(row[f"u{n}"]) for row in rows) / len(rows) for n in range(1, 10)]
    assert sum(fact["value"] for fact in facts()) / 180 * 25 == pytest.approx(sum(means) / 9 * 25)
    assert round(sum(means) / 9 * 25, 2) == 77.50
    again = import_skm(shared(KEDIRI), "time=submitted_at", "sarana=u8", "pengaduan=u9")
    assert (again["recorded"], again["skipped"]) == (0, 20)
    assert {fact["channel"] for fact in facts()} == {"impor"}
    told = Counter(sign for row in Response.everywhere.all() for sign in row.flags)
    assert told["straight_line"] == 13
    assert len({fact["case_key"] for fact in facts()} & {row["id"] for row in rows}) == 0


def test_careless_answers_are_flagged_and_not_refused(import_skm):
    report = import_skm(shared(BMKG), "time=date", "unit=unit_code")
    assert (report["responses"], report["recorded"]) == (21, 21)
    assert report["ignored_columns"] == ["u10", "u11", "u12", "u13", "u14"]
    with shared(BMKG).open(newline="") as file:
        rows = [[row[f"u{n}"] for n in range(1, 10)] for row in csv.DictReader(file)]
    assert report["flagged"]["straight_line"] == [n for n, row in enumerate(rows, 2) if len(set(row)) == 1]
    assert report["flagged"]["repeat"] == [n for n, row in enumerate(rows, 2) if n > 2 and row == rows[n - 3]]
    long_runs = [
        n for n, row in enumerate(rows, 2) if len(set(row)) > 1 and any(a * 5 in "".join(row) for a in "1234")
    ]
    assert report["flagged"]["run"] == long_runs


BAD = [
    ("2,2026-01-05,3,5,4", "Baris 3, kolom u2: jawaban “5” di luar skala 1–4"),
    ("2,2026-01-05,0,3,4", "Baris 3, kolom u1: jawaban “0” di luar skala 1–4"),
    (
        f"2,2026-01-05,{'4' * 5_000},3,4",
        "Baris 3, kolom u1: jawaban “44444444444444444444” di luar skala 1–4",
    ),
    ("2,2026-01-05,3,3,baik", "Baris 3, kolom u3: jawaban “baik” di luar skala 1–4"),
    ("2,2999-01-05,3,3,4", "Baris 3, kolom time: waktu di masa depan"),
    ("2,lusa,3,3,4", "Baris 3, kolom time: “lusa” bukan waktu"),
    (",2026-01-05,3,3,4", "Baris 3, kolom id: kosong"),
    ("1,2026-01-05,3,3,4", "Baris 3, kolom id: “1” sudah dipakai baris 2"),
    ("2,2026-01-05,3,3", "Baris 3: ada 4 sel"),
]


@pytest.mark.parametrize(("line", "said"), BAD)
def test_one_wrong_answer_refuses_the_file_with_its_place(import_skm, survey, line, said):
    with pytest.raises(Refused, match="tidak ada jawaban yang dicatat") as refused:
        import_skm(survey("1,2026-01-05,3,3,4", line))
    assert str(refused.value).startswith(said)
    assert not Instansi.objects.exists()


def test_the_day_of_an_answer_is_that_of_the_instansi(import_skm, survey):
    Instansi.objects.create(
        code="kab-contoh", name="Kabupaten Timur", place="Timur", timezone="Asia/Jayapura"
    )
    import_skm(survey("1,2026-01-06 00:30,3,3,4"), zone="WIT")
    assert Response.everywhere.get().day.isoformat() == "2026-01-06"


def test_an_answer_left_blank_is_no_fact(import_skm, survey):
    assert import_skm(survey("1,2026-01-05,3,,4"))["released"] == 0  # alone, it waits for four more
    assert facts() == []
    (kept,) = Response.everywhere.all()
    assert kept.answers == {"persyaratan": 3, "waktu": 4}
    assert import_skm(survey(*(f"{n},2026-01-05,3,,4" for n in range(2, 6))))["released"] == 5
    assert Counter(fact["kind"] for fact in facts()) == {"skm.persyaratan": 5, "skm.waktu": 5}


def test_what_staff_sent_themselves_is_flagged_and_kept(import_skm, tmp_path):
    path = tmp_path / "survei.csv"
    honest = [f"{n},2026-01-05 0{9 + n // 60}:{n:02},P{n % 2},w{n},36.1.1.1,3,4,3" for n in range(20)]
    own = [f"x{n},2026-01-05 20:00:{10 * n:02},P1,hp,10.2.3.4,4,4,3" for n in range(5)]
    path.write_text("\n".join(["id,time,officer,device,address,u1,u2,u3", *honest, *own]) + "\n")
    mapping = ("officer=officer", "device=device", "address=address")
    report = import_skm(path, *mapping, kantor="10.0.0.0/8")
    assert (report["recorded"], report["released"]) == (25, 25)
    for sign in ("burst", "office_address", "after_hours", "one_device"):
        assert report["flagged"][sign] == [22, 23, 24, 25, 26], sign
    assert sum(is_flagged(row.flags) for row in Response.everywhere.all()) == 5


def test_a_service_asked_about_at_two_units_stays_each_ones(import_skm, tmp_path):
    path = tmp_path / "survei.csv"
    lines = [f"{n},2026-01-05,{'KEL-A' if n < 6 else 'KEL-B'},3,3,{1 + n % 4}" for n in range(11)]
    path.write_text("\n".join(["id,time,unit,u1,u2,u3", *lines]) + "\n")
    report = import_skm(path, "unit=unit")
    assert (report["recorded"], report["released"]) == (11, 11)
    with instansi_scope(Instansi.objects.get()):
        units = Counter(Response.objects.values_list("unit__code", "layanan__unit__code"))
    assert units == {("KEL-A", "KEL-A"): 6, ("KEL-B", "KEL-B"): 5}


def test_moments_without_a_zone_need_one(import_skm, survey):
    with pytest.raises(Refused, match="tidak menyebut zona"):
        import_skm(survey("1,2026-01-05,3,3,4"), zone="")


def test_a_survey_without_answers_or_columns(import_skm, survey):
    with pytest.raises(Refused, match="tidak memuat satu pun jawaban"):
        import_skm(survey())
    with pytest.raises(Refused, match="“p1” untuk biaya tidak ada"):
        import_skm(survey("1,2026-01-05,3,3,4"), "biaya=p1")
