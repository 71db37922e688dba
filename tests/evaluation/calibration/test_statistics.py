"""The figures of an assessor against a second way of computing them."""

import math
import statistics
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from abdi.evaluation.calibration.statistics import POINTS, Pair, halo, leniency, spread, statistics_of

ABOVE, MET, BELOW = "di_atas", "sesuai", "di_bawah"
pairs = st.builds(Pair, st.sampled_from(sorted(POINTS)), st.sampled_from(sorted(POINTS)))
teams = st.lists(pairs, min_size=5, max_size=60)
T_9 = 2.262157  # the 97.5 % point of Student's t with 9 degrees of freedom, as tables print it


def scores(team):
    return [statistics.mean([POINTS[one.hasil], POINTS[one.perilaku]]) for one in team]


def test_leniency_by_hand():
    own = [Pair(ABOVE, ABOVE)] * 5 + [Pair(MET, MET)] * 5
    board = own + [Pair(MET, MET)] * 10
    figure = leniency(Counter(own), Counter(board))
    half = T_9 * statistics.stdev(scores(own)) / math.sqrt(10)
    assert figure.value == pytest.approx(0.5 - 0.25)
    assert (figure.low, figure.high) == (
        pytest.approx(0.25 - half, abs=1e-6),
        pytest.approx(0.25 + half, abs=1e-6),
    )


def test_fishers_interval_is_the_textbooks():
    # r = 0.5, n = 40: z = 0.5493, half = 1.95996/√37 = 0.3222, so tanh of 0.2271 and of 0.8715
    own = {Pair(ABOVE, ABOVE): 15, Pair(BELOW, BELOW): 15, Pair(ABOVE, BELOW): 5, Pair(BELOW, ABOVE): 5}
    figure = halo(own)
    assert figure.value == pytest.approx(0.5)
    assert (figure.low, figure.high) == (pytest.approx(0.2233, abs=2e-4), pytest.approx(0.7022, abs=2e-4))


@given(teams)
def test_halo_is_pearsons_correlation(team):
    x, y = [POINTS[one.hasil] for one in team], [POINTS[one.perilaku] for one in team]
    figure = halo(Counter(team))
    if len(set(x)) == 1 or len(set(y)) == 1:
        assert figure is None
    else:
        assert figure.value == pytest.approx(statistics.correlation(x, y))
        assert figure.low is None or -1 <= figure.low <= figure.value <= figure.high <= 1


@given(teams)
def test_spread_is_jackknifed_one_by_one(team):
    values = scores(team)
    figure = spread(Counter(team))
    assert figure.value == pytest.approx(statistics.stdev(values), abs=1e-9)
    if figure.low is None:
        assert len(set(values)) == 1
        return
    n = len(values)
    without = [statistics.stdev(values[:at] + values[at + 1 :]) for at in range(n)]
    error = math.sqrt((n - 1) / n * sum((one - statistics.mean(without)) ** 2 for one in without))
    assert figure.high - figure.value >= 1.95 * error - 1e-9  # Student's t is never narrower than the normal
    assert figure.high - figure.value <= 2.78 * error + 1e-6  # t with 4 degrees of freedom
    assert figure.low >= 0


@given(teams, teams)
def test_two_assessors_lie_on_opposite_sides_of_their_board(one, other):
    board = Counter(one) + Counter(other)
    sides = [leniency(Counter(team), board).value * len(team) for team in (one, other)]
    assert sum(sides) == pytest.approx(0, abs=1e-9)


def test_few_people_are_not_counted():
    few = statistics_of(Counter({Pair(ABOVE, ABOVE): 4}), Counter({Pair(MET, MET): 40}))
    assert (few.is_enough, few.people, few.leniency, few.halo, few.spread) == (False, 4, None, None, None)


def test_an_assessor_who_tells_nobody_apart():
    told = statistics_of(Counter({Pair(ABOVE, ABOVE): 9}), Counter({Pair(MET, MET): 40}))
    assert told.halo is None
    assert (told.spread.value, told.spread.low) == (0, None)
    assert (told.leniency.low, told.leniency.value) == (told.leniency.high, told.leniency.high)
