"""What remains of a difference after the mix of work, and how sure that is. Pure arithmetic on arrays.

A value y of somebody `who` in a kind of work `mix` is  y = mix + who + chance.  What the mix leads one to expect is
estimated together with who did it (Henderson's mixed-model equations, Henderson 1975, Biometrics 31:423), for an
expectation taken from all values alone would hold part of each one's own effect (indirect standardisation does, where
people do different work). The effects of people are taken as drawn around nought with an unknown spread; its posterior
under a flat prior (Gelman 2006, Bayesian Analysis 1:515) is averaged over, so that the intervals hold the doubt about
the spread too (Morris 1983, JASA 78:47, on why plain empirical Bayes is too sure).

Assumed: chance is independent between cases and of one size within a kind of work; people add to or take from every
kind of work alike; who gets which case within a kind of work is not chosen by what is hard in it.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from abdi.measurement.statistics import Z

Floats = NDArray[np.float64]
Places = NDArray[np.int64]

_SPREADS = 80  # points at which the unknown spread is tried
_WIDEST = 5.0  # times the rough spread of what is seen: beyond it no posterior is left
_SHARED = 10.0  # degrees of freedom that a kind of work borrows from all of them for its own chance


@dataclass(frozen=True, slots=True)
class Cells:
    """One row a person and kind of work: which (from 0), how many values (≥ 1), their sum and sum of squares."""

    who: Places
    mix: Places
    n: Floats
    total: Floats
    squares: Floats


@dataclass(frozen=True, slots=True)
class Effects:
    """By person: the effect in the unit of y with its 95 % interval, and how many values could be compared.

    An effect stands beside the mean of all who are linked by common work. `expected` is the mean y that their own mix
    leads one to expect of anybody of them; NaN where nothing was compared. `spread`: standard deviation between people.
    """

    effect: Floats
    low: Floats
    high: Floats
    compared: Floats
    expected: Floats
    spread: float

    @property
    def differs(self) -> NDArray[np.bool_]:
        return (self.low > 0) | (self.high < 0)


def adjust(cells: Cells) -> Effects:
    """Raises ValueError for no cells."""
    if not len(cells.who):
        raise ValueError("no cells")
    people, kinds = int(cells.who.max()) + 1, int(cells.mix.max()) + 1
    weight = cells.n / _chance(cells, kinds)[cells.mix]  # information of each cell
    grid = _table(cells, weight, people, kinds)
    sums = _table(cells, weight * cells.total / cells.n, people, kinds)
    per_kind = grid.sum(axis=0)
    # the expectations of the kinds of work are eliminated: what is left speaks of differences between people alone
    known = np.diag(grid.sum(axis=1)) - (grid / per_kind) @ grid.T
    seen = (sums - grid * (sums.sum(axis=0) / per_kind)).sum(axis=1)
    effect, error, spread = _posterior(known, seen)
    level = (sums - grid * effect[:, None]).sum(axis=0) / per_kind
    shared = cells.n * ((grid > 0).sum(axis=0) > 1)[cells.mix]  # values of work that somebody else did too
    compared = np.bincount(cells.who, shared, minlength=people).astype(np.float64)
    with np.errstate(invalid="ignore"):
        expected = np.bincount(cells.who, shared * level[cells.mix], minlength=people) / compared
    return Effects(effect, effect - Z * error, effect + Z * error, compared, expected, spread)


def _table(cells: Cells, values: Floats, people: int, kinds: int) -> Floats:
    table = np.zeros((people, kinds))
    np.add.at(table, (cells.who, cells.mix), values)
    return table


def _chance(cells: Cells, kinds: int) -> Floats:
    """Variance within people by kind of work, drawn towards that of all kinds as far as it rests on few values."""
    within = np.maximum(cells.squares - cells.total**2 / cells.n, 0)
    squares = np.bincount(cells.mix, within, minlength=kinds)
    freedom = np.bincount(cells.mix, cells.n - 1, minlength=kinds)
    whole = squares.sum() / max(freedom.sum(), 1)
    tiny = np.finfo(np.float64).eps * max(1.0, float(np.abs(cells.squares / cells.n).max()))
    found: Floats = np.maximum((squares + _SHARED * whole) / (freedom + _SHARED), tiny)
    return found


def _posterior(known: Floats, seen: Floats) -> tuple[Floats, Floats, float]:
    """Mean and standard deviation of each effect, and the mean spread, over the posterior of that spread.

    With `known` = QΛQᵀ and c = Qᵀ`seen`, every spread τ costs one pass: the likelihood restricted to differences is
    ∏ (1+τ²λ)^-½ exp(½ c²τ²/(1+τ²λ)), the effects Q·cτ²/(1+τ²λ), their variances diag(Q·τ²/(1+τ²λ)·Qᵀ).
    """
    values, vectors = np.linalg.eigh(known)
    values = np.maximum(values, 0)
    turned = vectors.T @ seen
    real = values > values.max(initial=0) * len(values) * np.finfo(np.float64).eps
    turned = np.where(
        real, turned, 0
    )  # one direction a group of people without common work is not known at all
    rough = np.sqrt(np.mean((turned[real] / values[real]) ** 2)) if real.any() else 1.0
    spreads = np.linspace(0, _WIDEST * rough, _SPREADS + 1)[1:]
    # `known` is the Laplacian of who did the same work: its empty directions are the levels of groups without common
    # work, of which nothing is known; without them an effect stands beside the mean of its group
    shrunk = np.where(real, spreads[:, None] ** 2 / (1 + spreads[:, None] ** 2 * values), 0)
    likely = 0.5 * (turned**2 * shrunk - np.log1p(spreads[:, None] ** 2 * values)).sum(axis=1)
    share = np.exp(likely - likely.max())
    share /= share.sum()
    means = (shrunk * turned) @ vectors.T  # a row a spread
    mean = share @ means
    variance = share @ (shrunk @ (vectors.T**2)) + share @ (means - mean) ** 2
    return mean, np.sqrt(variance), float(share @ spreads)
