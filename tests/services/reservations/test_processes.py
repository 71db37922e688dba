"""Two at once, each a real process: one place and one number, on whichever database the suite runs."""

import json

import pytest

pytestmark = pytest.mark.slow

TOGETHER = """
import json
from datetime import date, time
from bench import crowd
from tests.services.reservations import crowding
with crowd.example():
    room = crowd.open_room(1)
slot = crowding.open_session(room)
codes = crowd.finished(crowd.start(crowding.book_one, [(room, slot)] * 6))
first = crowding.count()
codes += crowd.finished(crowd.start(crowding.arrive, [(first["code"],)] * 6))
print(json.dumps([set(codes) == {0}, first, crowding.count()]))
"""


def test_the_last_place_and_the_one_number(own_installation):
    done, booked, arrived = json.loads(own_installation.python(TOGETHER))
    assert done
    assert (booked["reservations"], booked["taken"], booked["tickets"]) == (1, 1, 0)
    assert (arrived["reservations"], arrived["arrived"], arrived["tickets"]) == (1, 1, 1)
