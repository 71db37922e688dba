"""The log of an emergency room as a queue: the waits it shows are those of the file, computed outside the product."""

import pytest

from bench.hospital import read_steps, replay
from tests.data import shared


@pytest.mark.django_db
def test_the_waits_shown_are_start_minus_previous_complete():
    steps = read_steps(shared("hospital/patients.csv"), patients=8)
    assert len(steps) > 40
    assert sum(step.wait for step in steps) > 0
    assert replay(steps) == [step.wait for step in steps]
