"""From counted answers to the index, with its interval: the arithmetic of the law is the rule `ikm`'s alone."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from abdi.measurement.statistics import mean_interval
from abdi.rules import Result
from abdi.rules.arithmetic import fixed

RULE = "ikm"
EXACT = "tepat"  # the weight 1/number of elements; every other is of an old report
LEAST, MOST = 25.0, 100.0  # where an interval ends, as the index does (skm/mutu)

Evaluate = Callable[[Mapping[str, object]], Result]


@dataclass(frozen=True, slots=True)
class Tally:
    """What was counted. `answers`: element → (sum of its answers, how many gave one), in the order asked.

    `spread`: standard deviation over respondents of the mean of their answers; None below two.
    """

    n: int
    answers: Mapping[str, tuple[int, int]]
    spread: float | None = None


@dataclass(frozen=True, slots=True)
class Element:
    """One unsur: its mean on the scale of the answers, that mean weighted, and its class."""

    key: str
    n: int
    nrr: str
    weighted: str
    mutu: str


@dataclass(frozen=True, slots=True)
class Index:
    """`value`, `ni` with the decimals the law prints; the interval is at 95 %, None below two respondents."""

    value: str
    ni: str
    mutu: str
    kinerja_unit: str
    n: int
    low: float | None
    high: float | None
    elements: tuple[Element, ...]
    lowest: tuple[str, ...]
    highest: tuple[str, ...]
    version: str


def index_of(tally: Tally, evaluate: Evaluate, *, weight: str = EXACT) -> Index | None:
    """The index of what was counted; None where nobody answered anything.

    `evaluate` asks the rule `ikm` as it stood on some day. Raises RuleInputError for a weight that does not fit.
    """
    means = {key: Fraction(total, n) for key, (total, n) in tally.answers.items() if n}
    if not means:
        return None
    found = evaluate({"nrr": means, "bobot": weight})
    told, share = found.details, Fraction(found.details["bobot"])
    low, high = _interval(tally, float(found.value), _points(means, evaluate, weight))
    return Index(
        value=found.value,
        ni=told["ni"],
        mutu=told["mutu"],
        kinerja_unit=told["kinerja_unit"],
        n=tally.n,
        low=low,
        high=high,
        elements=tuple(
            Element(key, tally.answers[key][1], told["nrr"][key], fixed(mean * share, steps=10_000), mutu)
            for (key, mean), mutu in zip(means.items(), told["mutu_unsur"].values(), strict=True)
        ),
        lowest=tuple(told["unsur_terendah"]),
        highest=tuple(told["unsur_tertinggi"]),
        version=f"{RULE}@{found.version}",
    )


def _points(means: Mapping[str, Fraction], evaluate: Evaluate, weight: str) -> float:
    """What one point of the answering scale is worth: the index is linear, so it is that of "all 1"."""
    return float(evaluate({"nrr": dict.fromkeys(means, 1), "bobot": weight}).value)


def _interval(tally: Tally, value: float, points: float) -> tuple[float | None, float | None]:
    """That of a mean over respondents, for the answers of one person go together."""
    spread = None if tally.spread is None else tally.spread * points
    low, high = mean_interval(value, spread, tally.n)
    return (None if low is None else max(LEAST, low)), (None if high is None else min(MOST, high))
