"""One vote and one proposal of one citizen who presses twice, each press a real process."""

import json

import pytest

pytestmark = pytest.mark.slow

TOGETHER = """
import json
from bench import crowd
from tests.voice.consultation import crowding
proposal, citizen = crowding.open_square()
codes = crowd.finished(crowd.start(crowding.support, [(proposal, citizen)] * 3))
codes += crowd.finished(crowd.start(crowding.propose, [(citizen,)] * 3))
print(json.dumps([set(codes) == {0}, crowding.count()]))
"""


def test_pressed_twice_is_one_vote_and_one_proposal(own_installation):
    assert json.loads(own_installation.python(TOGETHER)) == [True, [1, 2]]
