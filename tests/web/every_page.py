"""One instansi with something behind every address, to be walked through by a browser."""

import json
from dataclasses import asdict, dataclass

from django.conf import settings
from django.test import Client
from django.test.utils import setup_test_environment

from abdi.platform.tenancy.models import Instansi
from abdi.platform.tenancy.scope import instansi_scope
from tests.web.access import table, who_looks
from tests.web.people import ROLES
from tests.web.world import build

LOOK = "look"


@dataclass(frozen=True)
class Shown:
    """A page: where it is, and the cookie of somebody who may see it ("" for a visitor)."""

    name: str
    address: str
    cookie: str


def furnish() -> None:
    """Prints every address that answers with a page, as JSON."""
    setup_test_environment()  # the client's host
    one = Instansi.objects.create(code="kab-contoh", name="Kabupaten Contoh", place="Contoh", is_example=True)
    with instansi_scope(one):
        world = build(one)
        clients = {role: world.people.enter(role) for role in ROLES}
        looks = {name: ways[LOOK] for name, ways in table().items() if LOOK in ways}
        found = (
            _shown(name, world.address(name), who_looks(roles), clients) for name, roles in looks.items()
        )
        print(json.dumps([asdict(one) for one in found if one]))


def _shown(name: str, address: str, role: str, clients: dict[str, Client]) -> Shown | None:
    """None where the answer is a file, a stream or the way to another page."""
    answer = clients[role].get(address)
    if answer.status_code != 200 or not answer.headers["Content-Type"].startswith("text/html"):
        return None
    cookie = clients[role].cookies.get(settings.SESSION_COOKIE_NAME)
    return Shown(name, address, cookie.value if cookie else "")
