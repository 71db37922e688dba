"""The intervals against printed tables, and against what they promise: 95 in 100."""

import random
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from abdi.measurement.statistics import mean_interval, order_ranks, share_interval, t_quantile

# 97.5 % points as printed in any table of Student's t (e.g. Fisher & Yates, table III)
PRINTED_T = {
    1: 12.706, 2: 4.303, 3: 3.182, 4: 2.776, 5: 2.571, 9: 2.262, 10: 2.228, 20: 2.086, 30: 2.042,
    60: 2.000, 100: 1.984, 120: 1.980, 1000: 1.962, 10**9: 1.960,
}  # fmt: skip


@pytest.mark.parametrize(("df", "printed"), PRINTED_T.items())
def test_t_agrees_with_the_printed_table(df, printed):
    assert round(t_quantile(df), 3) == pytest.approx(printed, abs=0.0005)


def test_t_is_smooth_where_the_exact_sum_hands_over_to_the_expansion():
    assert t_quantile(100) == pytest.approx(1.98397151845, abs=1e-9)
    assert t_quantile(101) == pytest.approx(1.98373100345, abs=1e-7)


def test_mean_interval_of_a_worked_example():
    # 2, 4, 4, 4, 5, 5, 7, 9: mean 5, s = 2.13809, t(7) = 2.36462
    low, high = mean_interval(5.0, (32 / 7) ** 0.5, 8)
    assert (low, high) == (pytest.approx(3.21251, abs=1e-4), pytest.approx(6.78749, abs=1e-4))


def test_one_value_has_no_spread_and_no_interval():
    assert mean_interval(5.0, None, 1) == (None, None)


@pytest.mark.parametrize(
    ("successes", "n", "low", "high"),
    [  # Newcombe 1998, Statistics in Medicine 17:857, table I, method 3 (Wilson)
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilson_agrees_with_newcombe(successes, n, low, high):
    assert [round(bound, 4) for bound in share_interval(successes, n)] == [low, high]


@given(st.integers(1, 10_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_wilson_stays_within_the_possible_and_holds_the_share(case):
    successes, n = case
    low, high = share_interval(successes, n)
    assert 0 <= low <= successes / n <= high <= 1


@pytest.mark.parametrize(
    ("n", "ranks"),
    [  # ranks for the median, Conover 1999, table A3 read at p = 0.5 (tails of at most 2.5 %)
        (5, (None, None)), (6, (1, 6)), (8, (1, 8)), (9, (2, 8)), (12, (3, 10)), (17, (5, 13)), (20, (6, 15)),
    ],
)  # fmt: skip
def test_ranks_around_the_median(n, ranks):
    assert order_ranks(n, 0.5) == ranks


@given(st.integers(0, 400), st.sampled_from([0.5, 0.9]))
def test_ranks_hold_the_quantile_95_times_in_100_and_no_tighter_pair_would(n, q):
    def at_most(k):
        return sum(comb(n, i) * q**i * (1 - q) ** (n - i) for i in range(k + 1))

    low, high = order_ranks(n, q)
    assert low is None or at_most(low - 1) <= 0.025 + 1e-12
    assert n == 0 or at_most(low or 0) > 0.025 - 1e-12
    assert high is None or 1 - at_most(high - 1) <= 0.025 + 1e-12
    assert n == 0 or 1 - at_most((high or n + 1) - 2) > 0.025 - 1e-12


def test_large_counts_keep_their_precision():
    low, high = order_ranks(1_000_000, 0.5)
    assert (low, high) == (499_020, 500_981)  # n/2 ± 1.96·√n/2, rounded outwards
    assert order_ranks(36, 0.9)[1] == 36
    assert order_ranks(35, 0.9)[1] is None


COVERAGE = {
    "mean": (lambda rng: rng.gauss(10, 3), 10.0),
    "median": (lambda rng: rng.expovariate(1), 0.6931471805599453),
    "p90": (lambda rng: rng.expovariate(1), 2.302585092994046),
}


@pytest.mark.parametrize("name", COVERAGE)
@pytest.mark.parametrize("n", [40, 150])
def test_intervals_hold_the_truth_at_least_93_times_in_100(name, n):
    draw, truth = COVERAGE[name]
    rng = random.Random(20260101)
    held = sum(_holds(name, [draw(rng) for _ in range(n)], truth) for _ in range(2_000))
    assert held / 2_000 >= 0.93


def _holds(name, values, truth):
    n, mean = len(values), sum(values) / len(values)
    if name == "mean":
        low, high = mean_interval(mean, (sum((v - mean) ** 2 for v in values) / (n - 1)) ** 0.5, n)
    else:
        ordered = sorted(values)
        low, high = (ordered[at - 1] for at in order_ranks(n, {"median": 0.5, "p90": 0.9}[name]))
    return low <= truth <= high


@pytest.mark.parametrize(("n", "lowest"), [(10, 0.89), (40, 0.92), (150, 0.93)])
def test_wilson_holds_95_in_100_on_average_over_shares_and_a_little_less_at_some(n, lowest):
    """Counted exactly, not simulated. A share is discrete: at single shares Wilson's coverage swings below
    95 % (Brown, Cai & DasGupta 2001, Statistical Science 16:101), at n = 40 and 0.8 to 92.8 %.
    """
    shares = [i / 100 for i in range(5, 96)]
    coverage = [_wilson_coverage(n, share) for share in shares]
    assert sum(coverage) / len(coverage) >= 0.945
    assert min(coverage) >= lowest


def _wilson_coverage(n, share):
    held = [k for k in range(n + 1) if share_interval(k, n)[0] <= share <= share_interval(k, n)[1]]
    return sum(comb(n, k) * share**k * (1 - share) ** (n - k) for k in held)
