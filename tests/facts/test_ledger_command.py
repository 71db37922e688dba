"""`abdi ledger` in words and in JSON."""

import json

import pytest
from django.core.management import CommandError, call_command

from abdi.facts.actions import record_facts
from abdi.facts.management.commands import ledger
from abdi.platform.errors import PolicyRefused
from abdi.platform.tenancy.scope import current_instansi


def answer(capsys, *arguments: str) -> dict:
    call_command("ledger", *arguments, "--instansi", "kab-contoh", "--json")
    return json.loads(capsys.readouterr().out)


def test_today_is_left_open_unless_asked_for(fact, system, capsys):
    record_facts(actor=system, facts=[fact("a"), fact("b")], source="uji")
    assert answer(capsys, "seal") == {"instansi": "kab-contoh", "sealed": 0, "segments": []}
    sealed = answer(capsys, "seal", "--hingga-kini")
    assert sealed["sealed"] == 2
    assert [file["rows"] for file in sealed["segments"]] == [2]
    assert answer(capsys, "verify") == {"instansi": "kab-contoh", "whole": True, "findings": []}


def test_in_words(fact, system, capsys):
    record_facts(actor=system, facts=[fact()], source="uji")
    call_command("ledger", "seal", "--instansi", "kab-contoh", "--hingga-kini")
    assert "1 fakta disegel dalam 1 berkas" in capsys.readouterr().out
    call_command("ledger", "verify", "--instansi", "kab-contoh")
    assert capsys.readouterr().out == "kab-contoh: buku fakta utuh; berkas, baris, dan jejak audit cocok.\n"


def test_a_broken_ledger_ends_with_1_and_names_the_place(fact, system, capsys, home):
    record_facts(actor=system, facts=[fact()], source="uji")
    path = answer(capsys, "seal", "--hingga-kini")["segments"][0]["path"]
    (home / "ledger" / path).unlink()
    with pytest.raises(SystemExit) as ended:
        answer(capsys, "verify")
    assert ended.value.code == 1
    found = json.loads(capsys.readouterr().out)
    assert found["whole"] is False
    assert found["findings"] == [{"place": path, "reason": "berkas segel hilang"}]


def everyone(capsys, *arguments: str) -> tuple[list[dict], int]:
    """What each instansi was answered, and the exit code."""
    try:
        call_command("ledger", *arguments, "--json")
        code = 0
    except SystemExit as ended:
        code = ended.code
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()], code


def test_without_an_instansi_every_one_is_sealed_and_verified(fact, system, capsys, home, neighbour):
    record_facts(actor=system, facts=[fact()], source="uji")
    sealed, _code = everyone(capsys, "seal", "--hingga-kini")
    assert [(one["instansi"], one["sealed"]) for one in sealed] == [("kab-contoh", 1), ("kab-tetangga", 0)]
    found, code = everyone(capsys, "verify")
    assert ([(one["instansi"], one["whole"]) for one in found], code) == (
        [("kab-contoh", True), ("kab-tetangga", True)],
        0,
    )
    (home / "ledger" / sealed[0]["segments"][0]["path"]).unlink()
    found, code = everyone(capsys, "verify")
    assert ([one["whole"] for one in found], code) == ([False, True], 1)


def test_a_refused_instansi_does_not_keep_the_next_waiting(fact, system, capsys, neighbour, monkeypatch):
    def busy(*, actor, up_to):
        if current_instansi().code == "kab-contoh":
            raise PolicyRefused("Pencatatan lain sedang berjalan.")
        return []

    monkeypatch.setattr(ledger, "seal_ledger", busy)
    sealed, code = everyone(capsys, "seal")
    assert ([one["instansi"] for one in sealed], code) == (["kab-tetangga"], 2)


def test_an_unknown_instansi_is_named(db):
    with pytest.raises(CommandError, match="Instansi 'tiada' tidak ada") as refused:
        call_command("ledger", "verify", "--instansi", "tiada")
    assert refused.value.returncode == 2
