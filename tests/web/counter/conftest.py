"""The hall of the queue's tests: two lines, three counters, numbers on one Wednesday at nine."""

import pytest
from django.utils import timezone

from abdi.platform import moments
from tests.services.queue.conftest import ZONE, Hall, open_hall


@pytest.fixture
def hall(office) -> Hall:
    timezone.activate(ZONE)
    with moments.replayed_at(timezone.now()):
        return open_hall(office)


@pytest.fixture
def at_nine(hall):
    """Pages see the hall's own clock: `with at_nine():` for every request."""
    return lambda after=1: moments.replayed_at(hall.later(after))
