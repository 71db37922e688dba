"""The errand of the verbs' tests, seen on screens."""

import pytest
from django.utils import timezone

from tests.services.requests.conftest import ZONE, Errand, open_errand


@pytest.fixture
def errand(office) -> Errand:
    timezone.activate(ZONE)
    return open_errand(office)
