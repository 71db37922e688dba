"""An installation with two instansi, served with the addresses of these tests."""

from dataclasses import dataclass

import pytest

from tests.browser import served
from tests.platform.installation import Installation
from tests.platform.live.addresses import FOLLOWED, TOPIC

SETTINGS = "tests.platform.live.settings"
OPEN = f"""
from abdi.platform.live.models import Topic
from abdi.platform.tenancy.models import Instansi
from abdi.platform.tenancy.scope import instansi_scope
for code in ("kab-contoh", "kota-lain"):
    one = Instansi.objects.create(code=code, name=code, host="" if code == "kab-contoh" else "lain.example")
    with instansi_scope(one):
        Topic(name="{FOLLOWED}").save()
"""
CHANGE = f"""
from abdi.platform.live.signals import announce
from abdi.platform.tenancy.models import Instansi
from abdi.platform.tenancy.scope import instansi_scope
from django.db import transaction
with instansi_scope(Instansi.objects.get(code="{{code}}")), transaction.atomic():
    announce("{TOPIC}")
    transaction.set_rollback({{undone}})
"""


@dataclass
class World:
    installed: Installation

    def served(self):
        return served(self.installed, settings=SETTINGS)

    def change(self, code: str = "kab-contoh", *, undone: bool = False) -> None:
        """In a process of its own."""
        self.installed.python(CHANGE.format(code=code, undone=undone))


@pytest.fixture
def world(own_installation):
    own_installation.python(OPEN)
    return World(own_installation)


@pytest.fixture
def url(world):
    with world.served() as address:
        yield address
