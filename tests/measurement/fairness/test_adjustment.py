"""The comparison, against a computation on single values with whole matrices, and its promises whatever the numbers."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from abdi.measurement.fairness.adjustment import Cells, adjust

SPREAD, CHANCE = 0.4, 1.0


@pytest.fixture
def drawn():
    """Values of six people in four kinds of work, unevenly shared: person, kind, value."""
    chance = np.random.default_rng(3)
    talent, level = chance.normal(0, SPREAD, 6), np.array([0.0, 2.0, 5.0, -3.0])
    who = chance.integers(0, 6, 120)
    kind = np.where(chance.random(120) < 0.6, who % 4, chance.integers(0, 4, 120))
    return who, kind, talent[who] + level[kind] + chance.normal(0, CHANCE, 120)


def cells_of(who, kind, y):
    rows = []
    for place in sorted(set(zip(who.tolist(), kind.tolist(), strict=True))):
        mine = y[(who == place[0]) & (kind == place[1])]
        rows.append((*place, len(mine), mine.sum(), (mine**2).sum()))
    people, kinds, *sums = np.array(rows).T
    return Cells(people.astype(int), kinds.astype(int), *sums)


def chance_of(who, kind, y):
    """Variance within people, each kind drawn towards the whole with ten degrees of freedom; one for each value."""
    squares, freedom = np.zeros(4), np.zeros(4)
    for person, work in set(zip(who.tolist(), kind.tolist(), strict=True)):
        mine = y[(who == person) & (kind == work)]
        squares[work] += ((mine - mine.mean()) ** 2).sum()
        freedom[work] += len(mine) - 1
    whole = squares.sum() / freedom.sum()
    return ((squares + 10 * whole) / (freedom + 10))[kind]


def by_whole_matrices(who, kind, y):
    """Mean and deviation of each effect beside their mean: the restricted likelihood over a fine line of spreads."""
    work, people = np.eye(4)[kind], np.eye(6)[who]
    weighed, told = [], []
    for spread in np.linspace(0.02, 2.5, 125):
        inverse = np.linalg.inv(np.diag(chance_of(who, kind, y)) + spread**2 * people @ people.T)
        gram = work.T @ inverse @ work
        rest = inverse - inverse @ work @ np.linalg.inv(gram) @ work.T @ inverse
        likely = 0.5 * (np.linalg.slogdet(inverse)[1] - np.linalg.slogdet(gram)[1] - y @ rest @ y)
        beside = np.eye(6) - 1 / 6
        known = spread**2 * np.eye(6) - spread**4 * people.T @ rest @ people
        weighed.append(likely)
        told.append((beside @ people.T @ rest @ y * spread**2, np.diag(beside @ known @ beside)))
    share = np.exp(np.array(weighed) - max(weighed))
    share /= share.sum()
    mean = sum(part * one for part, (one, _) in zip(share, told, strict=True))
    variance = sum(part * (var + (one - mean) ** 2) for part, (one, var) in zip(share, told, strict=True))
    return mean, np.sqrt(variance)


def test_as_computed_on_single_values(drawn):
    found = adjust(cells_of(*drawn))
    mean, deviation = by_whole_matrices(*drawn)
    assert found.effect == pytest.approx(mean, abs=0.01)
    assert (found.high - found.low) / 2 == pytest.approx(1.959964 * deviation, rel=0.03)


def test_what_the_mix_leads_one_to_expect(drawn):
    """Sums balance: in all, people did what was expected of them plus their effects."""
    who, _kind, y = drawn
    found = adjust(cells_of(*drawn))
    assert found.compared.tolist() == np.bincount(who).tolist()
    total = ((found.expected + found.effect) * found.compared).sum()
    assert total == pytest.approx(y.sum(), rel=0.02)


def test_two_who_never_did_the_same_work_are_not_compared():
    alone = Cells(
        np.array([0, 1]), np.array([0, 1]), np.full(2, 50.0), np.array([0.0, 500.0]), np.array([50.0, 5050.0])
    )
    found = adjust(alone)
    assert found.effect.tolist() == [0, 0]
    assert found.compared.tolist() == [0, 0]
    assert np.isnan(found.expected).all()
    assert not found.differs.any()


def test_work_that_one_person_alone_did_changes_nobody(drawn):
    who, kind, y = drawn
    more = np.append(who, [2] * 30), np.append(kind, [3] * 30), np.append(y, np.linspace(50, 60, 30))
    only_theirs = more[0], np.append(kind, [4] * 30), more[2]
    found, before = adjust(cells_of(*only_theirs)), adjust(cells_of(*drawn))
    assert np.argsort(found.effect).tolist() == np.argsort(before.effect).tolist()
    assert found.compared.tolist() == before.compared.tolist()


def test_equal_people_are_not_told_apart():
    chance = np.random.default_rng(11)
    who, kind = chance.integers(0, 20, 4_000), chance.integers(0, 4, 4_000)
    found = adjust(cells_of(who, kind, chance.normal(0, 1, 4_000) + kind * 3))
    assert found.differs.sum() <= 1
    assert found.spread < 0.1


def test_nothing_is_refused():
    none = np.array([], dtype=float)
    with pytest.raises(ValueError, match="no cells"):
        adjust(Cells(none.astype(int), none.astype(int), none, none, none))


@given(st.integers(0, 10_000), st.floats(-50, 50), st.floats(0.1, 20))
@settings(max_examples=30, deadline=None)
def test_neither_what_a_kind_of_work_takes_nor_the_unit_changes_who_differs(seed, taller, factor):
    chance = np.random.default_rng(seed)
    who, kind = chance.integers(0, 5, 120), chance.integers(0, 3, 120)
    y = chance.normal(0, 0.5, 5)[who] + chance.normal(0, 1, 120)
    found = adjust(cells_of(who, kind, y))
    moved = adjust(cells_of(who, kind, (y + taller * (kind == 1)) * factor))
    assert moved.effect == pytest.approx(found.effect * factor, rel=1e-5, abs=1e-6 * factor)
    assert moved.low == pytest.approx(found.low * factor, rel=1e-5, abs=1e-6 * factor)
