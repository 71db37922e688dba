"""The first operator."""

import io
import json

import pytest
from django.core.management import CommandError, call_command

from abdi.platform.accounts.models import User
from abdi.platform.audit.models import AuditEntry
from abdi.platform.operations.management.commands import createadmin

PASSWORD = "kata-sandi yang panjang 9"


@pytest.fixture
def typed(monkeypatch):
    def typed(*answers):
        given = iter(answers)
        monkeypatch.setattr(createadmin, "getpass", lambda prompt: next(given))

    return typed


def test_typed_twice(db, typed, capsys):
    typed(PASSWORD, PASSWORD)
    call_command("createadmin", "sari", nama="Sari Contoh", surel="sari@example.test")
    sari = User.objects.get(username="sari")
    assert sari.is_operator
    assert sari.check_password(PASSWORD)
    assert (sari.name, sari.email) == ("Sari Contoh", "sari@example.test")
    assert AuditEntry.objects.get().tag == "accounts:operator:create"
    assert PASSWORD not in capsys.readouterr().out


def test_from_standard_input(db, monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSWORD}\n"))
    call_command("createadmin", "sari", "--password-stdin", "--json")
    assert json.loads(capsys.readouterr().out) == {"username": "sari"}
    assert User.objects.get(username="sari").check_password(PASSWORD)


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [((PASSWORD, PASSWORD + "x"), "tidak sama"), (("pendek", "pendek"), "12"), (("", ""), "12")],
)
def test_nothing_is_created_with_a_bad_password(db, typed, answers, sentence):
    typed(*answers)
    with pytest.raises(CommandError, match=sentence):
        call_command("createadmin", "sari")
    assert not User.objects.filter(username="sari").exists()


def test_a_name_is_taken_once(db, typed):
    User.objects.create_user("sari")
    typed(PASSWORD, PASSWORD)
    with pytest.raises(CommandError, match="tidak dibuat"):
        call_command("createadmin", "sari")
