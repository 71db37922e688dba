"""`abdi rules` as a person meets it. Without the `db` fixture a query would fail: it needs no database."""

import json
import os
import subprocess
import sys
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from abdi.rules.examples import all_cases


def rules(*arguments):
    out = StringIO()
    call_command("rules", *arguments, stdout=out)
    return out.getvalue()


def ask(name, question, *more, on="2026-01-31"):
    text = question if isinstance(question, str) else json.dumps(question)
    return rules("eval", name, "--tanggal", on, "--input", text, *more)


def test_an_answer_carries_its_lineage():
    found = ask("predikat_kinerja", {"hasil": "di_atas", "perilaku": "sesuai"}, "--json")
    assert found.count("\n") == 1
    answer = json.loads(found)
    assert answer["value"] == "baik"
    assert answer["rule"] == "predikat_kinerja"
    assert answer["version"] == "2022-02-03"
    assert answer["inputs"] == {"hasil": "di_atas", "perilaku": "sesuai"}
    assert "kinerja/matriks_predikat" in answer["parameters"]
    assert answer["dasar"][0]["title"].startswith("PermenPANRB 6/2022")


def test_a_deadline_skips_weekend_and_holidays():
    """Five working days from Friday 13 March 2026, by the joint decree on the holidays of that year."""
    question = {"jenis": "ap_pemberitahuan_permohonan", "mulai": "2026-03-13", "zona": "WIB"}
    # 16 and 17 work; 18 to 24 are Nyepi, Idul Fitri, a weekend and their cuti bersama; 25, 26 and 27 work
    assert json.loads(ask("tenggat", question))["value"].startswith("2026-03-27T23:59:59")


def test_every_rule_is_listed():
    rows = [json.loads(line) for line in rules("list", "--json").splitlines()]
    assert {row["rule"] for row in rows} == set(all_cases())
    assert all(row["dasar"] and row["description"] for row in rows)


@pytest.mark.parametrize(
    ("name", "question", "on", "sentence"),
    [
        ("predikat", {}, "2026-01-31", "mungkin: predikat_kinerja"),
        ("predikat_kinerja", '{"hasil": "sesuai",}', "2026-01-31", "baris 1 kolom 20"),
        ("predikat_kinerja", "[1]", "2026-01-31", "satu objek JSON"),
        ("sampel_skm", '{"populasi": ' + "9" * 5000 + "}", "2026-01-31", "lebih dari 400 angka"),
        ("sampel_skm", "[" * 100_000, "2026-01-31", "bertingkat lebih dari 20"),
        (
            "sampel_skm",
            '{"populasi": ' + "[" * 500 + "]" * 500 + "}",
            "2026-01-31",
            "bertingkat lebih dari 20",
        ),
        ("predikat_kinerja", {"hasil": "sesuai"}, "2026-01-31", "'perilaku' belum diisi"),
        ("predikat_kinerja", {"hasil": "sesuai", "perilaku": "sesuai"}, "2010-01-01", "baru berlaku sejak"),
        ("sampel_skm", {"populasi": 500}, "2026-02-30", "Tanggal '2026-02-30' tidak terbaca"),
    ],
)
def test_a_mistake_is_one_sentence(name, question, on, sentence):
    with pytest.raises(CommandError) as refusal:
        ask(name, question, on=on)
    assert refusal.value.returncode == 2
    assert sentence in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_the_command_itself_refuses_on_standard_error(tmp_path):
    """A process of its own, whose database cannot be reached."""
    found = subprocess.run(
        [
            sys.executable,
            "-c",
            "from abdi.config.cli import main; main()",
            "rules",
            "eval",
            "sampel",
            "--tanggal",
            "2026-01-31",
        ],
        capture_output=True,
        text=True,
        env=os.environ
        | {"ABDI_HOME": str(tmp_path), "ABDI_DATABASE_URL": "postgres://nobody@127.0.0.1:1/none"},
        check=False,
    )
    assert (found.returncode, found.stdout) == (2, "")
    assert found.stderr.splitlines() == ["CommandError: Aturan 'sampel' tidak ada; mungkin: sampel_skm."]
