"""The square of the verbs' tests, seen on screens."""

import pytest
from django.utils import timezone

from abdi.platform.citizens.models import Citizen
from tests.strict import StrictClient
from tests.voice.consultation.conftest import NINE, ZONE, Square, open_square
from tests.web.public.citizens import browser_of


class Screens(Square):
    """Today, as the pages know no other day."""

    def browser(self, name: str) -> StrictClient:
        client = browser_of(f"{name.lower()}@contoh.test")
        self.people[name] = Citizen.objects.order_by("-pk").first()
        Citizen.objects.update(verified_at=NINE)
        return client


@pytest.fixture
def screens(office) -> Screens:
    timezone.activate(ZONE)
    made = open_square(office)
    return Screens(made.office, made.inspector, at=timezone.localtime())
