"""What the doctor finds, in an installation where each thing is wrong once."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from abdi.platform.operations import doctor
from abdi.platform.outbox.models import MAX_ATTEMPTS, Heartbeat, Message
from abdi.platform.tenancy.models import Instansi

pytestmark = pytest.mark.django_db


def state_of(check) -> str:
    finding = check()
    assert finding.state == "ok" or finding.advice, f"{finding.name} does not say what to do"
    return finding.state


def test_every_check_has_a_finding():
    findings = doctor.examine()
    assert [one.name for one in findings] == [check.__name__ for check in doctor.CHECKS]


def test_database_and_migrations():
    assert state_of(doctor.database) == "ok"
    assert state_of(doctor.migrations) == "ok"
    MigrationRecorder.Migration.objects.filter(app="outbox").delete()
    assert state_of(doctor.migrations) == "bad"


@pytest.mark.parametrize(("free", "state"), [(50 << 30, "ok"), (1 << 30, "warn"), (50 << 20, "bad")])
def test_disk(monkeypatch, free, state):
    usage = doctor.shutil.disk_usage("/")._replace(free=free)
    monkeypatch.setattr(doctor.shutil, "disk_usage", lambda path: usage)
    assert state_of(doctor.disk) == state


def test_clock():
    assert state_of(doctor.clock) == "ok"


def test_keys(home):
    key = home / "keys" / "secret_key"
    key.parent.mkdir()
    key.touch(mode=0o600)
    assert state_of(doctor.keys) == "ok"
    key.chmod(0o644)
    assert state_of(doctor.keys) == "bad"


def test_a_home_that_others_look_into(home):
    home.chmod(0o700)
    assert state_of(doctor.private) == "ok"
    home.chmod(0o750)
    assert state_of(doctor.private) == "bad"


def test_static_files(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    assert state_of(doctor.static_files) == "bad"
    (tmp_path / "staticfiles.json").touch()
    assert state_of(doctor.static_files) == "ok"


def test_worker():
    assert state_of(doctor.worker) == "warn"
    Heartbeat.objects.create(worker="w", at=timezone.now() - timedelta(hours=1))
    assert state_of(doctor.worker) == "bad"
    Heartbeat.objects.create(worker="v", at=timezone.now())
    assert state_of(doctor.worker) == "ok"


def test_outbox():
    assert state_of(doctor.outbox) == "ok"
    late = timezone.now() - timedelta(hours=1)
    Message.objects.create(topic="uji", key="k1", available_at=late)
    assert state_of(doctor.outbox) == "warn"
    Message.objects.create(topic="uji", key="k2", available_at=late, attempts=MAX_ATTEMPTS)
    assert state_of(doctor.outbox) == "bad"


def test_mail(settings):
    settings.EMAIL_HOST = ""
    assert state_of(doctor.mail) == "warn"
    settings.EMAIL_HOST = "surel.example.test"
    assert state_of(doctor.mail) == "ok"


@pytest.mark.parametrize(("year", "state"), [(2025, "ok"), (2049, "warn"), (1899, "bad")])
def test_calendar_of_the_next_year(monkeypatch, year, state):
    today = timezone.localdate().replace(year=year, day=1)
    monkeypatch.setattr(doctor.timezone, "localdate", lambda: today)
    assert state_of(doctor.calendar) == state


def test_instansi():
    Instansi.objects.create(code="baru", name="Baru", is_incomplete=True)
    assert state_of(doctor.instansi) == "warn"


def test_the_command_ends_with_one_when_something_is_bad(capsys, settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    with pytest.raises(SystemExit) as ended:
        call_command("doctor", "--json")
    assert ended.value.code == 1
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {line["name"]: line["state"] for line in lines}["static_files"] == "bad"
    with pytest.raises(SystemExit):
        call_command("doctor")
    assert "✗ static_files: " in capsys.readouterr().out


def test_without_a_database_the_rest_is_still_examined(own_installation):
    lost = replace(own_installation, url="postgres://abdi@127.0.0.1:1/tidak-ada")
    done = lost.run("doctor", "--json")
    assert done.returncode == 1
    states = {line["name"]: line["state"] for line in map(json.loads, done.stdout.splitlines())}
    assert states["database"] == states["migrations"] == "bad"
    assert states["disk"] in {"ok", "warn"}
