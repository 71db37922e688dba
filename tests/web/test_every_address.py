"""Every address of the project, for everybody: who may open it, who may act there, and that a refusal changes nothing.

Generated over the resolver. An address without a line in `tests/web/access` fails the test; one that names a thing
also needs a line in a module of `tests/web/things`.
"""

import os
from pathlib import Path

import pytest
import yaml
from django.apps import apps
from django.db import connection, transaction
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext

from abdi.platform.audit.models import AuditEntry
from abdi.platform.tenancy.models import Instansi
from abdi.platform.tenancy.scope import instansi_scope
from tests import cast
from tests.web.access import table, who_looks
from tests.web.bodies import BODIES, TOLD
from tests.web.people import ROLES
from tests.web.world import EVERY, FACTORIES, NAMING, World, build

pytestmark = pytest.mark.django_db  # within the transaction of `world`

ACCESS = table()
# what lacks a line fails one test and leaves the others running
TRIED = {name: ways for name, ways in ACCESS.items() if name in EVERY and {name} & NAMING <= set(FACTORIES)}
LOOK, DO = "look", "do"
QUERIES = Path(__file__).parent / "queries.yaml"  # ABDI_PIN_QUERIES=1 writes what is asked now
SHOWN, DONE = {200, 302, 409}, {200, 201, 302, 409, 422}  # 409: not that far, 422: an empty form
# what they name is no instansi's own
OF_ALL = ("law:", "public:", "staff:parameter_", "open311:discovery", "open311:services", "open311:requests")
BACKEND = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker, tmp_path_factory):
    """One for all tests of this module, who leave it as it was; what they name and send is there."""
    home = tmp_path_factory.mktemp("everybody")
    hashers = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    with (
        django_db_blocker.unblock(),
        override_settings(ABDI_HOME=home, MEDIA_ROOT=home / "files", PASSWORD_HASHERS=hashers),
        transaction.atomic(),
    ):
        one = Instansi.objects.create(
            code="kab-contoh", name="Kabupaten Contoh", place="Contoh", is_example=True
        )
        with instansi_scope(one):
            made = build(one)
            made.addresses.update((name, made.address(name)) for name in TRIED)
            made.bodies.update((name, body(made)) for name, body in (BODIES | TOLD).items())
            yield made
        transaction.set_rollback(True)


@pytest.fixture
def elsewhere(world):
    """People with the same trusts in another instansi."""
    one = Instansi.objects.create(code="kota-lain", name="Kota Lain", place="Lain", is_example=True)
    with instansi_scope(one):
        return cast.open_office(prefix="lain-")


def footprint() -> dict[str, object]:
    """How many rows every table has, and the last link of the audit trail."""
    rows = {one._meta.label: one._base_manager.count() for one in apps.get_models()}
    return rows | {"audit": AuditEntry.objects.values_list("hash", flat=True).last()}


def ask(client: Client, world: World, name: str, way: str) -> int:
    """The status; 401 stands for being asked to sign in."""
    address = world.addresses[name]
    if way == LOOK:
        given = client.get(address)
    elif name in TOLD:
        given = client.post(address, world.bodies[name], content_type="application/json")
    else:
        given = client.post(address, world.bodies.get(name, {}))
    if given.streaming:
        list(given)  # a file is closed once it was sent
    return 401 if given.status_code == 302 and given.url.startswith("/akun/login/") else given.status_code


def ask_and_undo(*asked) -> int:
    with transaction.atomic():
        status = ask(*asked)
        transaction.set_rollback(True)
    return status


def queries_of(client: Client, world: World, name: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        ask(client, world, name, LOOK)
    return len(asked)


def refusal(role: str) -> set[int]:
    return {401} if role == "visitor" else {403}


def test_every_address_has_its_line():
    assert set(ACCESS) == set(EVERY)
    assert set(FACTORIES) == NAMING


def test_the_lines_name_every_way_in(world):
    """Which methods an address takes is asked before who comes."""
    operator = world.people.enter("operator")
    more = {
        (name, way): status
        for name, ways in TRIED.items()
        for way in {LOOK, DO} - set(ways)
        if (status := ask(operator, world, name, way)) != 405
    }
    assert more == {}


def test_every_page_keeps_within_its_queries(world):
    """With one of each thing; that a list asks no more for many is pinned where the list is tested."""
    clients = {role: world.people.enter(role) for role in ROLES}
    looks = {name: who_looks(ways[LOOK]) for name, ways in TRIED.items() if LOOK in ways}
    spent = {name: queries_of(clients[role], world, name) for name, role in looks.items()}
    if os.environ.get("ABDI_PIN_QUERIES") == "1":
        QUERIES.write_text(yaml.safe_dump(spent))
    pinned = yaml.safe_load(QUERIES.read_text())
    assert {name: count for name, count in spent.items() if count > pinned.get(name, 0)} == {}
    assert set(pinned) == set(spent)


@pytest.mark.parametrize("role", ROLES)
def test_everybody_sees_what_is_his_and_nothing_else(world, role):
    """ReadOnlyGetMiddleware turns a write into an error."""
    client, before, wrong = world.people.enter(role), footprint(), {}
    for name, ways in TRIED.items():
        expected = SHOWN if role in ways.get(LOOK, ()) else refusal(role)
        if LOOK in ways and (status := ask(client, world, name, LOOK)) not in expected:
            wrong[name] = status
    assert wrong == {}
    assert footprint() == before


@pytest.mark.parametrize("role", ROLES)
def test_everybody_does_what_is_his_and_nothing_else(world, role):
    client, acts = world.people.enter(role), {name: ways[DO] for name, ways in TRIED.items() if DO in ways}
    hindered = {
        name: status
        for name, roles in acts.items()
        if role in roles and (status := ask_and_undo(client, world, name, DO)) not in DONE
    }
    assert hindered == {}
    before = footprint()
    opened = {
        name: status
        for name, roles in acts.items()
        if role not in roles and (status := ask(client, world, name, DO)) not in refusal(role)
    }
    assert opened == {}
    assert footprint() == before


@pytest.mark.parametrize("who", ["rina", "joko", "dewi", "budi", "sari"])
def test_nobody_reaches_into_another_instansi(world, elsewhere, who):
    """404 wherever a thing is looked up; 403 where the page is not for this person in his own instansi either."""
    client = Client()
    client.force_login(elsewhere.user(who), backend=BACKEND)
    opened = {
        (name, way): status
        for name in NAMING & set(TRIED)
        if not name.startswith(OF_ALL)
        for way in TRIED[name]
        if (status := ask(client, world, name, way)) not in {403, 404}
    }
    assert opened == {}
