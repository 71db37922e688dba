"""Every address of the project: who may open it, and that looking changes nothing.

Generated over the resolver. An address that names a thing needs a line in `FACTORIES`, here or in a module of
`tests/web/things`; without it the test fails.
"""

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from abdi.platform.audit.models import AuditEntry
from abdi.platform.files.models import StoredFile
from abdi.platform.notifications.models import Notice
from abdi.platform.tenancy.models import Instansi
from abdi.platform.tenancy.scope import instansi_scope
from tests import cast
from tests.web import things
from tests.web.serving import opened_evaluation

OF_OTHERS = "allauth", "openid", "account_", "mfa_", "socialaccount_"
PEOPLE = ("rina", "joko", "dewi", "budi", "sari")

skp = {"uid": lambda world: world.evaluation.skp.uid}
rhk = {"uid": lambda world: world.evaluation.skp.rhk.first().uid}
iki = {"uid": lambda world: world.measured.iki.uid}
evaluation = {"uid": lambda world: world.evaluation.uid}
rina = {"uid": lambda world: world.office.rina.uid}
agency = {"code": lambda world: world.instansi.code}

# name of the address → what its parts name
FACTORIES = {
    "workplace:skp_detail": skp,
    "workplace:skp_paper": skp,
    "workplace:rhk_add": skp,
    "workplace:ekspektasi": skp,
    "workplace:annex": skp,
    "workplace:skp_submit": skp,
    "workplace:skp_return": skp,
    "workplace:skp_agree": skp,
    "workplace:skp_reopen": skp,
    "workplace:evaluation_open": skp,
    "workplace:rhk_remove": rhk,
    "workplace:iki_add": rhk,
    "workplace:iki_remove": iki,
    "workplace:evaluation": evaluation,
    "workplace:measure_again": evaluation,
    "workplace:feedback": evaluation,
    "workplace:rate": evaluation,
    "workplace:evaluation_paper": evaluation,
    "workplace:summary_paper": evaluation,
    "workplace:report": {**evaluation, "iki": lambda world: world.reported.uid},
    "workplace:why": {"uid": lambda world: world.measured.uid},
    "notices:read": {"uid": lambda world: Notice.objects.of(world.office.user("rina")).first().uid},
    "staff:employee": rina,
    "staff:employee_change": rina,
    "staff:placement_new": rina,
    "staff:assessor_new": rina,
    "staff:sign_in_new": rina,
    "staff:password_new": rina,
    "staff:sign_in_lock": rina,
    "staff:sign_in_unlock": rina,
    "staff:role_new": rina,
    "staff:placement_end": {"uid": lambda world: world.office.rina.placements.get().uid},
    "staff:assessor_end": {"uid": lambda world: world.office.rina.lines_up.get().uid},
    "staff:role_end": {"uid": lambda world: world.office.user("sari").role_grants.get().uid},
    "staff:unit_change": {"uid": lambda world: world.office.unit.uid},
    "staff:layanan_change": {"uid": lambda world: world.office.layanan.uid},
    "staff:agency_change": agency,
    "staff:agency_enter": agency,
    "staff:import_preview": {"uid": lambda world: world.upload.uid},
}
for _module in pkgutil.iter_modules(things.__path__, things.__name__ + "."):
    FACTORIES |= importlib.import_module(_module.name).FACTORIES


@dataclass
class World:
    """One instansi with something behind every address."""

    instansi: Instansi
    office: cast.Office
    evaluation: object
    upload: StoredFile

    @property
    def measured(self):
        return self.evaluation.realisations.get()

    @property
    def reported(self):
        return next(iki for one in self.evaluation.skp.rhk.all() for iki in one.iki.all() if not iki.metric)

    def address(self, name: str) -> str:
        with instansi_scope(self.instansi):
            return reverse(name, kwargs={part: make(self) for part, make in FACTORIES[name].items()})


def addresses(resolver: URLResolver, namespace: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Ours: those of allauth are tested by its authors."""
    for one in resolver.url_patterns:
        if isinstance(one, URLResolver):
            yield from addresses(one, ":".join(filter(None, (namespace, one.namespace or ""))))
        elif not (one.name or "").startswith(OF_OTHERS) and one.lookup_str.startswith("abdi."):
            yield ":".join(filter(None, (namespace, one.name))), one


EVERY = dict(addresses(get_resolver()))
OF_THE_LAW = {"staff:parameter_set", "staff:parameter_lift"}  # what they name is no instansi's own
OPEN_TO_ALL = {"home", "law", "public", ""}
NAMING = sorted(
    name for name, one in EVERY.items() if one.pattern.converters and name.split(":")[0] not in OPEN_TO_ALL
)
PLAIN = sorted(
    name for name, one in EVERY.items() if not one.pattern.converters and "<" not in str(one.pattern)
)
BEHIND_SIGN_IN = sorted(
    name for name in [*PLAIN, *NAMING] if name.split(":")[0] in {"workplace", "staff", "notices"}
)


@pytest.fixture
def world(instansi, office):
    return _world(instansi, office)


@pytest.fixture
def elsewhere(world):
    """A second instansi with the same people under other names."""
    one = Instansi.objects.create(code="kota-lain", name="Kota Lain", place="Lain", is_example=True)
    with instansi_scope(one):
        yield _world(one, cast.open_office(prefix="lain-"))


def _world(instansi, office):
    evaluation = opened_evaluation(office)
    upload = StoredFile(
        sha256="0" * 64,
        size=1,
        content_type="text/csv",
        name="a.csv",
        purpose="organisation.import",
        owner=office.user("sari"),
    )
    upload.save()
    return World(instansi, office, evaluation, upload)


def enter(user) -> Client:
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def ask(client: Client, address: str) -> int:
    """The answer to looking; an address that only takes POST is posted to, with nothing in it."""
    answer = client.get(address)
    return client.post(address).status_code if answer.status_code == 405 else answer.status_code


def test_every_address_that_names_a_thing_is_tried():
    assert set(NAMING) == set(FACTORIES)


def test_nobody_reaches_into_another_instansi(world, elsewhere):
    """404 wherever a thing is looked up; 403 where the page is not for this person in his own instansi either."""
    opened = {
        (name, who): status
        for who in PEOPLE
        for name in sorted(set(NAMING) - OF_THE_LAW)
        if (status := ask(enter(world.office.user(who)), elsewhere.address(name))) not in {403, 404}
    }
    assert opened == {}


def test_a_stranger_of_the_same_instansi_is_refused(world):
    joko = enter(world.office.user("joko"))
    assert {name: status for name in NAMING if (status := ask(joko, world.address(name))) != 403} == {}


def test_without_signing_in_one_is_asked_to(world):
    visitor = Client()
    for name in BEHIND_SIGN_IN:
        address = world.address(name) if name in FACTORIES else reverse(name)
        answer = visitor.get(address)
        assert (answer.status_code, answer.url.split("?")[0]) == (302, "/akun/login/"), name


@pytest.mark.parametrize("who", PEOPLE)
def test_looking_changes_nothing(world, who):
    """ReadOnlyGetMiddleware turns a write into an error; refusals and wrong methods are fine."""
    client = enter(world.office.user(who))
    named = {name: world.address(name) for name in NAMING}  # what an address names is made on asking
    before = AuditEntry.objects.count()
    for name, address in {**{name: reverse(name) for name in PLAIN}, **named}.items():
        status = client.get(address).status_code
        assert status in {200, 302, 403, 405, 409}, (name, status)
    assert AuditEntry.objects.count() == before
