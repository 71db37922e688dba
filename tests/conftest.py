"""Shared ground of the suite."""

import pytest
from django.template import engines

from abdi.platform.accounts.models import User, system_user
from abdi.platform.tenancy.models import Instansi
from abdi.platform.tenancy.scope import instansi_scope
from abdi.platform.ui import translations
from tests import cast
from tests.strict import StrictClient, Undefined

pytest_plugins = ("tests.browser",)


@pytest.fixture(autouse=True)
def home(tmp_path, settings):
    """Every test writes below a directory of its own."""
    settings.ABDI_HOME = tmp_path / "home"
    settings.ABDI_HOME.mkdir()
    settings.MEDIA_ROOT = settings.ABDI_HOME / "files"
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # argon2 is slow by design
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    settings.STATIC_ROOT = settings.ABDI_HOME / "static"
    settings.STATIC_ROOT.mkdir()
    static = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}  # nothing is collected
    settings.STORAGES = {**settings.STORAGES, "staticfiles": static}
    return settings.ABDI_HOME


@pytest.fixture(scope="session", autouse=True)
def strict_pages():
    """An undefined variable in a template of ours fails the test; English is compiled."""
    translations.compile_stale()
    engines["django"].engine.string_if_invalid = Undefined("undefined")


@pytest.fixture
def client() -> StrictClient:
    return StrictClient()


@pytest.fixture
def instansi(db):
    """One instansi, and the test runs in its scope."""
    one = Instansi.objects.create(code="kab-contoh", name="Kabupaten Contoh", place="Contoh", is_example=True)
    with instansi_scope(one):
        yield one


@pytest.fixture
def system(db) -> User:
    return system_user()


@pytest.fixture
def office(instansi):
    return cast.open_office()
