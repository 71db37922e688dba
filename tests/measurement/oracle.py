"""The same numbers by plain Python, from lists of facts; shares nothing with the product."""

import hashlib
import math
from fractions import Fraction
from statistics import fmean, median, stdev


def quantile(values, q):
    """Linear interpolation between order statistics."""
    ordered = sorted(values)
    place = (len(ordered) - 1) * q
    below, above = ordered[math.floor(place)], ordered[math.ceil(place)]
    return below + (above - below) * (place - math.floor(place))


def share(values):
    return 100 * values.count(1.0) / len(values)


def ikm(responses):
    """Index of rows {unsur: answer}: mean of each element, mean of those, times 25, two decimals half-up."""
    unsur = {name for row in responses for name in row}
    means = []
    for name in unsur:
        answers = [Fraction(row[name]) for row in responses if name in row]
        means.append(sum(answers) / len(answers))
    exact = sum(means) / len(means) * 25
    return math.floor(exact * 100 + Fraction(1, 2)) / 100


def digest(facts):
    """Of (kind, id, value) triples: per kind the sorted `id:millionths`, then `kind digest` lines."""
    lines = {}
    for kind, identifier, value in facts:
        whole = "" if value is None else str(math.floor(value * 1_000_000))
        lines.setdefault(kind, []).append(f"{identifier}:{whole}")
    by_kind = sorted(f"{kind} {_sha(sorted(rows))}" for kind, rows in lines.items())
    return _sha(by_kind)


def _sha(lines):
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


__all__ = ["digest", "fmean", "ikm", "median", "quantile", "share", "stdev"]
