"""`abdi ikm` on published tables and real files. Oracles are plain `csv`, fractions and the printed figures."""

import csv
import json
import random
from datetime import datetime, timedelta
from fractions import Fraction
from io import StringIO

import pytest
from django.core.management import call_command

from tests.data import shared
from tests.integrations.files import write_xlsx

KEDIRI = "skm/skm_kuesioner_kediri_2024_u1u9.csv"
BMKG = "skm/skm_bmkg_2020_u1u14.csv"
LAB_G4 = (
    "443 443 343 343 443 434 344 443 442 433 442 343 443 443 343 433 353 423 443 443"  # respondent 17 says 5
)
LAB_G5 = "44 34 44 44 34 32 34 34 34 33 34 34 33 33 44 44 22 22 44 44"
BANTUL = [3.31, 3.35, 3.49, 3.93, 3.45, 3.39, 3.39, 3.76, 3.35]  # G1
BOGOR_2014 = [3.02, 2.973, 3.067, 3.127, 3.033, 3.06, 2.867, 3.013, 3.267, 3, 2.96, 2.947, 3.193, 3.16]  # G3
METHOD = [3.2, 3.1, 3.0, 3.4, 3.2, 3.3, 3.1, 3.0, 3.2]  # G6


REFUSED = 2  # exit code


class Refused(Exception):
    pass


def ikm(path, *options: str) -> dict:
    out, err = StringIO(), StringIO()
    try:
        call_command("ikm", str(path), *options, "--json", stdout=out, stderr=err, no_color=True)
    except SystemExit as end:
        raise (Refused(err.getvalue()) if end.code == REFUSED else end) from None
    return json.loads(out.getvalue())


@pytest.fixture
def survey(tmp_path):
    def write(rows, header="", name="survei.csv"):
        rows = [",".join(map(str, row)) for row in rows]
        header = header or ",".join(f"u{n}" for n in range(1, rows[0].count(",") + 2))
        path = tmp_path / name
        path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
        return path

    return write


def answers_with(means: list[float], n: int = 1000):
    """Rows whose means are exactly these: of each element the first few give one more than the others."""
    columns = []
    for mean in means:
        total = round(mean * n)
        low, more = divmod(total, n)
        columns.append([low + 1] * more + [low] * (n - more))
    return zip(*columns, strict=True)


def test_the_real_file_of_kediri():
    told = ikm(shared(KEDIRI), "--order", "kuesioner", "--map", "time=submitted_at")
    with shared(KEDIRI).open(newline="") as file:
        rows = list(csv.DictReader(file))
    means = [Fraction(sum(int(row[f"u{n}"]) for row in rows), len(rows)) for n in range(1, 10)]
    assert float(sum(means) / 9 * 25) == 77.5
    assert (told["ikm"], told["mutu"], told["n"]) == ("77.50", "B", 20)
    assert [Fraction(one["nrr"]) for one in told["unsur"]] == means
    assert [one["key"] for one in told["unsur"]][-2:] == ["sarana", "pengaduan"]
    assert (
        told["tanda"]["straight_line"]
        == sum(len({row[f"u{n}"] for n in range(1, 10)}) == 1 for row in rows)
        == 13
    )
    assert told["ditandai"] == 0
    assert told["tanpa_ditandai_dan_seragam"]["n"] == 7
    assert told["low"] < 77.5 < told["high"]


def test_the_old_file_of_bmkg_is_flagged_and_not_refused():
    told = ikm(shared(BMKG))
    with shared(BMKG).open(newline="") as file:
        rows = [[int(row[f"u{n}"]) for n in range(1, 15)] for row in csv.DictReader(file)]
    assert told["n"] == len(rows) == 21
    assert float(told["ikm"]) == round(sum(map(sum, rows)) / 21 / 14 * 25 + 1e-9, 2)
    straight = [row for row in rows if len(set(row)) == 1]
    assert told["tanda"]["straight_line"] == len(straight) > 0
    assert told["tanda"]["run"] > 0
    varied = [row for row in rows if len(set(row)) > 1]
    assert float(told["tanpa_ditandai_dan_seragam"]["ikm"]) == pytest.approx(
        sum(map(sum, varied)) / len(varied) / 14 * 25, abs=0.005
    )
    assert any("14 unsur" in note for note in told["catatan"])
    old = ikm(shared(BMKG), "--bobot", "0.071", "--tanggal", "2011-12-31")
    assert float(old["ikm"]) == round(sum(map(sum, rows)) / 21 * 0.071 * 25, 2)
    assert old["mutu"] == "A"
    assert old["aturan"] == "ikm@2004-02-24"


GOLDEN = [
    ("G1", BANTUL, [], ("87.28", "B")),
    ("G1 0,111", BANTUL, ["--bobot", "0.111"], ("87.19", "B")),
    ("G3", BOGOR_2014, ["--bobot", "0.071", "--tanggal", "2014-12-31"], ("75.77", "B")),
    ("G3 by the classes of 2017", BOGOR_2014, ["--bobot", "0.071"], ("75.77", "C")),
    ("G6", METHOD, [], ("79.17", "B")),
]


@pytest.mark.parametrize(
    ("means", "options", "printed"), [one[1:] for one in GOLDEN], ids=[g[0] for g in GOLDEN]
)
def test_published_tables(survey, means, options, printed):
    told = ikm(survey(answers_with(means)), *options)
    assert (told["ikm"], told["mutu"]) == printed
    assert [float(one["nrr"]) for one in told["unsur"]] == means


def test_two_and_three_questions_of_a_laboratory(survey):
    assert ikm(survey([*map(list, LAB_G5.split())]))["ikm"] == "85.00"
    four = survey([*map(list, LAB_G4.split())], name="lab.csv")
    with pytest.raises(Refused, match="Baris 18, kolom u2: jawaban “5” di luar skala 1–4"):
        ikm(four, "--bobot", "0.33")
    told = ikm(four, "--bobot", "0.33", "--luar-skala")
    assert (told["ikm"], told["mutu"], told["ni"]) == ("86.63", "B", "3.4650")
    assert any("di luar skala" in note for note in told["catatan"])


def test_the_order_of_u8_and_u9_is_said_or_named(survey):
    path = survey([[3, 3, 3, 3, 3, 3, 3, 1, 4]] * 6)
    assumed = ikm(path)
    assert (assumed["urutan"], assumed["unsur_terendah"]) == (
        {"nama": "lampiran", "dianggap": True},
        ["pengaduan"],
    )
    assert "u8 = pengaduan, u9 = sarana" in assumed["catatan"][0]
    assert ikm(path, "--order", "kuesioner")["unsur_terendah"] == ["sarana"]
    named = ikm(path, "--map", "sarana=u8", "pengaduan=u9")
    assert (named["urutan"]["dianggap"], named["unsur_terendah"]) == (False, ["sarana"])
    with pytest.raises(Refused, match="Unsur pengaduan belum punya kolom"):
        ikm(path, "--map", "sarana=u8")


def test_every_bad_cell_is_named(survey):
    path = survey([[3, 4, 2], [0, "baik", 3], ["3.4", 4, 9], [4, 4, 4]])
    with pytest.raises(Refused) as refused:
        ikm(path)
    for place in ("Baris 3, kolom u1", "Baris 3, kolom u2", "Baris 4, kolom u1", "Baris 4, kolom u3"):
        assert place in str(refused.value)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "kosong"),
        (b"a,b\n1,2\n", "Tidak ada kolom jawaban"),
        (b"u1,u2\n", "tidak memuat satu pun jawaban"),
        (b"u1,u2\n,\n", "tidak memuat satu pun jawaban"),
        (b"u1,u2\n3,4\n3\n", "Baris 3: ada 1 sel"),
        (b"u1,u2\n3,\xff\n", "bukan UTF-8"),
        (b"PK\x03\x04rusak", "bukan XLSX yang utuh"),
    ],
)
def test_files_that_cannot_be_read(tmp_path, content, said):
    path = tmp_path / "rusak.csv"
    path.write_bytes(content)
    with pytest.raises(Refused, match=said):
        ikm(path)


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(Refused, match="tidak dapat dibuka"):
        ikm(tmp_path / "tiada.csv")


def test_a_day_before_the_law(survey):
    with pytest.raises(Refused, match="baru berlaku sejak 2004-02-24"):
        ikm(survey([[3, 4]]), "--tanggal", "2001-12-31")


def test_blank_answers_leave_the_denominator_and_every_kind_of_table_says_the_same(survey, tmp_path):
    rows = [[4, 4, ""], [3, "", 2], [2, 3, 3]]
    comma = ikm(survey(rows))
    assert [one["n"] for one in comma["unsur"]] == [3, 2, 2]
    assert float(comma["ikm"]) == round((9 / 3 + 7 / 2 + 5 / 2) / 3 * 25, 2)
    semicolon = tmp_path / "titik-koma.csv"
    semicolon.write_text("﻿u1;u2;u3\n" + "\n".join(";".join(map(str, row)) for row in rows), encoding="utf-8")
    excel = write_xlsx(
        tmp_path / "a.xlsx", [dict(zip(("u1", "u2", "u3"), map(str, row), strict=True)) for row in rows]
    )
    assert comma == ikm(semicolon) == ikm(excel)


def test_the_fast_way_and_the_way_row_by_row_flag_alike(survey, tmp_path):
    """A gzip of the same file is read by row; the signs are counted by hand besides."""
    import gzip

    chance = random.Random(8)
    header = "time,device,officer,channel,address,staff," + ",".join(f"u{n}" for n in range(1, 10))
    start, rows = datetime.fromisoformat("2026-03-02 09:00"), []
    for number in range(300):
        at = start + timedelta(minutes=7 * number)
        rows.append(
            [at, f"w{number}", f"P{number % 6}", "sendiri", "36.1.2.3", "", *chance.choices("1234", k=9)]
        )
    for number in range(6):  # one device, half a minute apart, about one officer, at night
        at = datetime.fromisoformat("2026-03-02 20:00") + timedelta(seconds=30 * number)
        rows.append([at, "x", "P1", "sendiri", "10.1.2.3", "ya", *"434343434"])
    for number in range(6):  # a kiosk is everybody's
        at = datetime.fromisoformat("2026-03-03 09:00") + timedelta(minutes=3 * number)
        rows.append([at, "kios-1", "P1", "kios", "36.1.2.3", "", *"343434344"])
    path = survey(rows, header)
    packed = tmp_path / "survei.csv.gz"
    packed.write_bytes(gzip.compress(path.read_bytes()))
    told = ikm(path, "--kantor", "10.0.0.0/8")
    assert told == ikm(packed, "--kantor", "10.0.0.0/8")
    night = sum(not 7 <= row[0].hour < 18 for row in rows[:300])
    expected = {"burst": 6, "one_device": 6, "office_address": 6, "staff_browser": 6, "after_hours": 6}
    assert night > 0
    assert {sign: told["tanda"][sign] for sign in expected} == expected
    assert told["ditandai"] == 6
    assert told["tanpa_ditandai"]["n"] == 306
