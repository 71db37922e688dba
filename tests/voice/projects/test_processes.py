"""One citizen in six browsers at once, each a real process: one voice, on whichever database the suite runs."""

import json

import pytest

from tests.platform.conftest import own_installation

__all__ = ["own_installation"]
pytestmark = pytest.mark.slow

TOGETHER = """
import json
from bench import crowd
from tests.voice.projects import ballot
ballot.open_ballot()
codes = crowd.finished(crowd.start(ballot.vote, [(1,), (2,)] * 3))
print(json.dumps([sorted(set(codes)), ballot.count()]))
"""


def test_one_voice_however_often_it_is_raised(own_installation):
    assert json.loads(own_installation.python(TOGETHER)) == [[0], 1]
