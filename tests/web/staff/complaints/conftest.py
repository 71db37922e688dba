"""The town of the complaints' own tests, and its people signed in."""

import pytest
from django.utils import timezone

from tests.strict import StrictClient
from tests.voice.complaints.conftest import ZONE, open_town

BACKEND = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def town(office):
    timezone.activate(ZONE)
    return open_town(office)


@pytest.fixture
def enter(town):
    def sign_in(name: str) -> StrictClient:
        client = StrictClient()
        client.force_login(town.user(name), backend=BACKEND)
        return client

    return sign_in
