"""The promise of the order and of the estimate, on every queue there could be."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from abdi.services.queue.estimate import FEWEST, Basis, days_like, estimate
from abdi.services.queue.order import Head, choose, in_order, owed_after

START = datetime(2026, 11, 18, 8, 0, tzinfo=UTC)
waiting = st.lists(st.booleans(), max_size=30).map(
    lambda kinds: [((START + timedelta(minutes=n), n), kind) for n, kind in enumerate(kinds)]
)


@given(waiting, st.integers(0, 4), st.integers(0, 4))
def test_each_is_called_once_and_each_kind_by_arrival(places, between, owed):
    called = in_order(places, between, owed)
    prioritised = {place for place, jumps in places if jumps}
    assert sorted(called) == [place for place, _ in places]
    for kind in (prioritised, set(called) - prioritised):
        mine = [place for place in called if place in kind]
        assert mine == sorted(mine)


@given(waiting, st.integers(0, 4))
def test_no_two_jumps_without_the_ordinary_ones_between(places, between):
    """Nobody ordinary is passed by a second prioritised number before `between` ordinary ones were called."""
    called = in_order(places, between)
    prioritised = {place for place, jumps in places if jumps}
    for at, place in enumerate(called):
        owed = called[max(0, at - between) : at]
        if place in prioritised and set(called[at:]) - prioritised:
            assert not set(owed) & prioritised


@given(waiting, st.integers(0, 4))
def test_the_first_called_is_the_first_in_order(places, between):
    called, owed = [], 0
    rest = list(places)
    while rest:
        firsts = [min((p for p, kind in rest if kind is jumps), default=None) for jumps in (False, True)]
        place = choose([Head(*((one, one) if one else None for one in firsts), owed)])
        jumps = dict(rest)[place]
        owed = owed_after(owed, between, prioritised=jumps)
        rest.remove((place, jumps))
        called.append(place)
    assert called == in_order(places, between)


times = st.lists(st.integers(1, 7_200), min_size=FEWEST, max_size=60)


@given(times, st.integers(0, 50), st.integers(0, 50), st.integers(1, 8))
def test_more_people_ahead_never_wait_less(seconds, some, more, counters):
    near, far = (estimate(ahead, counters, [(Basis.SAME_HOUR, seconds)]) for ahead in sorted([some, more]))
    assert near.low <= near.high
    assert near.low <= far.low
    assert near.high <= far.high
    assert estimate(some, counters + 1, [(Basis.SAME_HOUR, seconds)]).high <= max(near.high, far.high)


@pytest.mark.parametrize(
    ("counters", "sizes", "basis"),
    [
        (2, (20, 50, 90), Basis.SAME_HOUR),
        (2, (19, 20, 90), Basis.SAME_SERVICE),
        (2, (3, 19, 90), Basis.SAME_LINE),
        (2, (3, 19, 19), None),
        (0, (20, 50, 90), None),
    ],
)
def test_the_basis_is_the_nearest_with_enough(counters, sizes, basis):
    samples = [(one, [60] * size) for one, size in zip(Basis, sizes, strict=True)]
    found = estimate(4, counters, samples)
    assert (found and found.basis) == basis
    if found:
        assert (found.low, found.high) == (120, 120)


def test_weekdays_fall_into_classes():
    assert [days_like(day) for day in range(7)] == [(0,), *[(1, 2, 3)] * 3, (4,), *[(5, 6)] * 2]
