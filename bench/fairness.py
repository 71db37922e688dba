"""Counters whose officers are known: does the comparison find them, whatever work each was given, and is it as sure as
it may be?

Beside raw means of minutes, which is what a leader reads today: how much closer the order comes to the truth, and how
often the truth lies within the interval.
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from abdi.measurement.fairness.adjustment import Cells, adjust
from abdi.measurement.fairness.scale import LEAST
from bench.harness import Figure, report

OFFICES = {"ci": 40, "large": 400}
OFFICERS, KINDS = 24, 10
TALENT = 0.15  # standard deviation of the officers' effects on the logarithm of minutes
MINUTES, BETWEEN = 12.0, 0.8  # of the usual kind of work, and how much the kinds differ
CHANCE = 0.5
UNEVEN = 0.4  # Dirichlet: most of an officer's work is of two or three kinds
CUSTOMERS = (40, 400)


def run(size: str) -> Iterator[Figure]:
    chance, offices = np.random.default_rng(7), OFFICES[size]
    start = time.perf_counter()
    found = [_office(chance) for _ in range(offices)]
    seconds, people = time.perf_counter() - start, offices * OFFICERS
    gain = float(np.mean([one.ours - one.raw for one in found]))
    covered = float(np.mean([one.covered for one in found]))
    yield Figure(
        "fairness.rank", round(float(np.mean([one.ours for one in found])), 4), "rho", people, seconds
    )
    yield Figure(
        "fairness.rank_raw", round(float(np.mean([one.raw for one in found])), 4), "rho", people, seconds
    )
    yield Figure("fairness.rank_gain", round(gain, 4), "rho", people, seconds, goal=0.15, more_is_better=True)
    yield Figure(
        "fairness.coverage", round(covered, 4), "bagian", people, seconds, 0.93, True, "paling sedikit"
    )
    yield Figure(
        "fairness.coverage", round(covered, 4), "bagian", people, seconds, 0.97, stage="paling banyak"
    )


@dataclass(frozen=True, slots=True)
class _Found:
    """Rank correlations with the truth, and the share of officers whose interval holds it."""

    ours: float
    raw: float
    covered: float


def _office(chance: np.random.Generator) -> _Found:
    talent, level = chance.normal(0, TALENT, OFFICERS), np.log(MINUTES) + chance.normal(0, BETWEEN, KINDS)
    rows, raw = [], []
    for officer in range(OFFICERS):
        mix = chance.dirichlet(np.full(KINDS, UNEVEN))
        counts = chance.multinomial(chance.integers(*CUSTOMERS), mix)
        served = [
            np.exp(level[kind] + talent[officer] + chance.normal(0, CHANCE, n))
            for kind, n in enumerate(counts)
        ]
        raw.append(np.concatenate(served).mean())
        for kind, minutes in enumerate(served):
            if minutes.size:
                y = np.log(minutes + LEAST)
                rows.append((officer, kind, y.size, y.sum(), (y**2).sum()))
    who, kinds, *sums = np.array(rows).T
    effects = adjust(Cells(who.astype(int), kinds.astype(int), *sums))
    beside = talent - talent.mean()
    held = (effects.low <= beside) & (beside <= effects.high)
    return _Found(_rank(effects.effect, talent), _rank(np.array(raw), talent), float(held.mean()))


def _rank(one: np.ndarray, other: np.ndarray) -> float:
    """Spearman's rank correlation; values drawn from densities have no ties."""
    return float(np.corrcoef(one.argsort().argsort(), other.argsort().argsort())[0, 1])


if __name__ == "__main__":
    report("fairness", run)
