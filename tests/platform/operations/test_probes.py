"""What a process manager asks."""

import pytest
from django.db import OperationalError
from django.db.migrations.recorder import MigrationRecorder

from abdi.platform.operations import views

pytestmark = pytest.mark.usefixtures("plain_static_files")


def test_alive_without_a_database(client):
    """No `db` fixture: pytest would fail this test at the first query."""
    response = client.get("/sehat")
    assert response.status_code == 200
    assert response.json() == {"status": "hidup"}
    assert "no-store" in response["Cache-Control"]


def test_ready(client, db):
    response = client.get("/siap")
    assert response.status_code == 200
    assert response.json() == {"status": "siap", "database": True, "migrasi": True}


def test_not_ready_before_migrations(client, db):
    MigrationRecorder.Migration.objects.filter(app="outbox").delete()
    response = client.get("/siap")
    assert response.status_code == 503
    assert response.json() == {"status": "belum_siap", "database": True, "migrasi": False}


def test_not_ready_without_a_database(client, monkeypatch):
    def away():
        raise OperationalError

    monkeypatch.setattr(views, "pending_migrations", away)
    response = client.get("/siap")
    assert response.status_code == 503
    assert response.json()["database"] is False


def test_probes_are_not_sent_to_https(client, settings):
    settings.SECURE_SSL_REDIRECT = True
    assert client.get("/sehat").status_code == 200
    assert client.get("/akun/login/").status_code == 301


def test_probes_are_only_read(client):
    assert client.post("/sehat").status_code == 405
