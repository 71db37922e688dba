"""Trees and chains, against the plainest oracle there is."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from abdi.organisation.tree import Span, ancestors, descendants, loop_through

NODES = range(8)
DAYS = [date(2026, 1, 1) + timedelta(days=n) for n in range(6)]
spans = st.tuples(st.sampled_from(DAYS), st.none() | st.sampled_from(DAYS)).filter(
    lambda pair: pair[1] is None or pair[0] <= pair[1]
)
lines = st.lists(st.tuples(st.sampled_from(NODES), st.sampled_from(NODES), spans), max_size=14)


@given(st.dictionaries(st.sampled_from(NODES), st.none() | st.sampled_from(NODES)), st.sampled_from(NODES))
def test_below_is_the_other_side_of_above(parents, node):
    parents = {one: parents.get(one) for one in NODES}
    assert descendants(parents, node) == {one for one in NODES if node in ancestors(parents, one)}


def test_nearest_comes_first():
    assert ancestors({1: None, 2: 1, 3: 2}, 3) == [3, 2, 1]


def _loops_on(day, edges):
    """Plainly: does anybody reach himself by the lines in force on that day?"""
    above = {}
    for low, high, (first, last) in edges:
        if first <= day and (last is None or day <= last):
            above.setdefault(low, set()).add(high)
    reached = {one: set(above.get(one, ())) for one in NODES}
    for _ in NODES:
        for one in NODES:
            reached[one] |= {far for near in reached[one] for far in above.get(near, ())}
    return any(one in reached[one] for one in NODES)


@given(lines)
def test_lines_admitted_one_by_one_never_loop(wanted):
    admitted = []

    def above(person):
        return [(high, Span(*span)) for low, high, span in admitted if low == person]

    for low, high, span in wanted:
        would_loop = any(_loops_on(day, [*admitted, (low, high, span)]) for day in DAYS)
        assert bool(loop_through(low, high, Span(*span), above)) == would_loop
        if not would_loop:
            admitted.append((low, high, span))
