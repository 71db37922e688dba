"""The intervals, at 95 %. Pure arithmetic; every formula names its source."""

import math
from functools import lru_cache
from statistics import NormalDist

CONFIDENCE = 0.95
_TAIL = (1 - CONFIDENCE) / 2
Z = NormalDist().inv_cdf(1 - _TAIL)
_EXACT_UP_TO = 100  # degrees of freedom; beyond, the expansion is right to eight digits
_FAR = 12  # standard deviations from the mean beyond which no probability is left in a double

Interval = tuple[float | None, float | None]
NO_INTERVAL: Interval = (None, None)


def mean_interval(mean: float, spread: float | None, n: int) -> Interval:
    """Student's t: mean ± t(n−1)·s/√n, s with n−1 in the denominator ("Student" 1908, Biometrika 6:1).

    None for a single value, whose spread is unknown.
    """
    if n < 2 or spread is None:
        return NO_INTERVAL
    half = t_quantile(n - 1) * spread / math.sqrt(n)
    return mean - half, mean + half


def share_interval(successes: float, n: int) -> Interval:
    """Wilson's score interval of a share (Wilson 1927, JASA 22:209), which stays within 0–1."""
    if not n:
        return NO_INTERVAL
    share, z2 = successes / n, Z * Z
    centre = (share + z2 / (2 * n)) / (1 + z2 / n)
    half = Z / (1 + z2 / n) * math.sqrt(share * (1 - share) / n + z2 / (4 * n * n))
    # at the edges the formula is 0 or 1 exactly; floating point would leave a speck beyond them
    return (0.0 if successes == 0 else centre - half), (1.0 if successes == n else centre + half)


@lru_cache(maxsize=4096)
def t_quantile(df: int) -> float:
    """The 97.5 % point of Student's t with `df` degrees of freedom."""
    if df > _EXACT_UP_TO:
        return _t_expansion(df)
    low, high = 0.0, 13.0  # t(1) = 12.706 is the largest
    while high - low > 1e-12:
        middle = (low + high) / 2
        low, high = (middle, high) if _t_between(middle, df) < CONFIDENCE else (low, middle)
    return (low + high) / 2


def _t_between(t: float, df: int) -> float:
    """P(−t < T < t), as a finite sum (Abramowitz & Stegun 1964, 26.7.3 for odd and 26.7.4 for even df)."""
    angle = math.atan(t / math.sqrt(df))
    cosine, odd = math.cos(angle), df % 2
    term, total = (cosine if odd else 1.0), 0.0
    for k in range(odd, df - 1, 2):
        total += term
        term *= cosine * cosine * (k + 1) / (k + 2)
    if not odd:
        return math.sin(angle) * total
    return 2 / math.pi * (angle + math.sin(angle) * total)


def _t_expansion(df: int) -> float:
    """Cornish–Fisher expansion around the normal (Abramowitz & Stegun 1964, 26.7.5)."""
    x = Z
    terms = (
        (x**3 + x) / 4,
        (5 * x**5 + 16 * x**3 + 3 * x) / 96,
        (3 * x**7 + 19 * x**5 + 17 * x**3 - 15 * x) / 384,
        (79 * x**9 + 776 * x**7 + 1482 * x**5 - 1920 * x**3 - 945 * x) / 92160,
    )
    return x + sum(term / float(df) ** power for power, term in enumerate(terms, start=1))


@lru_cache(maxsize=65536)
def order_ranks(n: int, quantile: float) -> tuple[int | None, int | None]:
    """Ranks (from 1) of the two sorted values that enclose the quantile, whatever the distribution.

    The number of values below the quantile is binomial(n, q), so [X(r), X(s)] holds it with probability
    P(r ≤ B ≤ s−1) ≥ 95 % when each tail has at most 2.5 % (David & Nagaraja 2003, Order Statistics, 7.1;
    Conover 1999, Practical Nonparametric Statistics, 3.2). None on a side few values cannot bound.
    """
    low, high = _binomial_tail(n, quantile), _binomial_tail(n, 1 - quantile)
    return (low or None), (n + 1 - high if high else None)


def _binomial_tail(n: int, p: float) -> int:
    """The largest r with P(B ≤ r−1) ≤ 2.5 % for B binomial(n, p); 0 when there is none."""
    if not n:
        return 0
    reach = _FAR * math.sqrt(n * p * (1 - p)) + _FAR
    k = max(0, math.floor(n * p - reach))
    below = 0.0
    while (below := below + _binomial(k, n, p)) <= _TAIL:
        k += 1
    return k


def _binomial(k: int, n: int, p: float) -> float:
    log_ways = math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1)
    return math.exp(log_ways + k * math.log(p) + (n - k) * math.log1p(-p))
