"""Shared ground of the suite."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from django.conf import settings as django_settings
from django.db import IntegrityError, connection, transaction
from django.template import engines
from django.utils import timezone

from abdi.platform.accounts.models import User, system_user
from abdi.platform.keys import pace
from abdi.platform.tenancy.models import Instansi
from abdi.platform.tenancy.scope import instansi_scope
from abdi.platform.ui import translations
from tests import cast
from tests.kept import Kept, keep
from tests.once import once
from tests.platform import installation
from tests.strict import StrictClient, Undefined

pytest_plugins = ("tests.browser",)

QUICK_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # argon2 is slow by design
NUMBER_OF_INSTANSI = 1_000_000  # the office's rows name it; no sequence gets that far


def pytest_addoption(parser):
    parser.addoption(
        "--only-database",
        action="store_true",
        help="leave out what asks for no database: once it ran beside one, the other tells nothing new",
    )


def pytest_collection_modifyitems(config, items):
    """What takes longest goes first, so that no worker is left alone with it at the end."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)
    if config.getoption("--only-database"):
        without = [item for item in items if not _asks_for_a_database(item)]
        config.hook.pytest_deselected(items=without)
        items[:] = [item for item in items if _asks_for_a_database(item)]


def _asks_for_a_database(item) -> bool:
    asked = {"db", "empty_installation", "fresh_installation"} & set(getattr(item, "fixturenames", ()))
    return bool(asked or item.get_closest_marker("django_db"))


@pytest.fixture(scope="session")
def fresh_installation(tmp_path_factory):
    """Migrated once; tests work on copies."""
    if installation.SERVER:
        one = _migrated(tmp_path_factory.mktemp("fresh") / "home")
    else:
        one = installation.Installation(once(tmp_path_factory, "fresh", _migrated))
    yield one
    one.drop()


def _migrated(home: Path) -> installation.Installation:
    one = installation.empty(home)
    done = one.run("migrate", "--verbosity=0", limit=600)  # the machine may be busy
    assert done.returncode == 0, done.stderr
    return one


@pytest.fixture(scope="session")
def django_db_keepdb(django_db_use_migrations) -> bool:
    """The test database is there already, migrated: see below."""
    return django_db_use_migrations


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    request, django_db_modify_db_settings_parallel_suffix, django_db_use_migrations, tmp_path_factory
):
    if not django_db_use_migrations:  # --no-migrations: pytest-django makes an empty one from the models
        yield
        return
    fresh = request.getfixturevalue("fresh_installation")
    one = fresh.copy(tmp_path_factory.mktemp("database") / "home")
    connection.settings_dict["TEST"]["NAME"] = one.database
    yield
    connection.close()
    one.drop()


@pytest.fixture(autouse=True)
def home(tmp_path, settings):
    """Every test writes below a directory of its own."""
    settings.ABDI_HOME = tmp_path / "home"
    settings.ABDI_HOME.mkdir()
    settings.MEDIA_ROOT = settings.ABDI_HOME / "files"
    settings.PASSWORD_HASHERS = QUICK_HASHERS
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
def one_minute(monkeypatch):
    """However slow the machine, whoever knocks does so within one minute of the clock that counts it."""
    now = timezone.now()
    monkeypatch.setattr(pace, "timezone", SimpleNamespace(now=lambda: now))


@pytest.fixture
def instansi(db):
    """One instansi, and the test runs in its scope."""
    with instansi_scope(_instansi()) as one:
        yield one


@pytest.fixture
def system(db) -> User:
    return system_user()


@pytest.fixture(scope="session")
def kept_office(django_db_setup, django_db_blocker) -> Kept[cast.Office]:
    with (
        django_db_blocker.unblock(),
        pytest.MonkeyPatch.context() as patch,
        transaction.atomic(),
        instansi_scope(_instansi()),
    ):
        patch.setattr(django_settings, "PASSWORD_HASHERS", QUICK_HASHERS)
        office = keep(cast.open_office)
        transaction.set_rollback(True)
    return office


@pytest.fixture
def office(instansi, kept_office) -> cast.Office:
    try:
        with transaction.atomic():
            return kept_office.put_back()
    except IntegrityError:  # somebody was here before and has one of its numbers
        return cast.open_office()


def _instansi() -> Instansi:
    return Instansi.objects.create(
        pk=NUMBER_OF_INSTANSI, code="kab-contoh", name="Kabupaten Contoh", place="Contoh", is_example=True
    )
