"""Installations for the tests that need several processes or a whole home."""

import pytest

from abdi.platform.accounts.models import User
from abdi.platform.tenancy.models import Instansi
from tests.platform import installation

PASSWORD = "kata-sandi yang panjang 7"


@pytest.fixture
def own_installation(fresh_installation, tmp_path):
    one = fresh_installation.copy(tmp_path / "own")
    yield one
    one.drop()


@pytest.fixture
def empty_installation(tmp_path):
    one = installation.empty(tmp_path / "empty")
    yield one
    one.drop()


@pytest.fixture
def neighbour(db):
    return Instansi.objects.create(code="kab-tetangga", name="Kabupaten Tetangga")


@pytest.fixture
def person(instansi):
    """Rina Misal of the test's own instansi, who can sign in."""
    return User.objects.create_user(
        "rina", "rina@example.test", PASSWORD, name="Rina Misal", instansi=instansi
    )


@pytest.fixture
def operator(db):
    return User.objects.create_superuser("sari", "sari@example.test", PASSWORD, name="Sari Contoh")


@pytest.fixture
def plain_static_files(settings):
    """Pages without `collectstatic` before them."""
    settings.WHITENOISE_AUTOREFRESH = True
    backend = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = settings.STORAGES | {"staticfiles": backend}
