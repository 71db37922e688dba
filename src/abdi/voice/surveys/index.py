"""From counted answers to the index, with its interval: the arithmetic of the law is the rule `ikm`'s alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from abdi.measurement.ikm import RULE, conversion
from abdi.measurement.statistics import Interval, mean_interval
from abdi.organisation.law.answers import evaluate
from abdi.rules.arithmetic import fixed
from abdi.rules.unsur import kode, skala

EXACT = "tepat"  # the weight 1/number of elements; every other is of an old report


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

    def brief(self) -> dict[str, Any]:
        """What sheets and reports say of it in one line."""
        return {"ikm": self.value, "mutu": self.mutu, "n": self.n}

    def coded(self, urutan: str) -> list[tuple[str, Element]]:
        """U1 … U9 as a survey of that order asks them; what nobody answered is absent."""
        found = {one.key: one for one in self.elements}
        return [(code, found[key]) for key, code in kode(urutan).items() if key in found]


def index_of(tally: Tally, on: date, *, weight: str = EXACT) -> Index | None:
    """The index of what was counted, by the law of that day; None where nobody answered anything.

    Raises RuleInputError for a weight that does not fit.
    """
    means = {key: Fraction(total, n) for key, (total, n) in tally.answers.items() if n}
    if not means:
        return None
    found = evaluate(RULE, on=on, input={"nrr": means, "bobot": weight})
    told, share = found.details, Fraction(found.details["bobot"])
    low, high = _interval(tally, float(found.value), on, float(conversion(on).points * share * len(means)))
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


def _interval(tally: Tally, value: float, on: date, points: float) -> Interval:
    """That of a mean over respondents, for the answers of one person go together; it ends where the index does.

    `points`: what one point of the answering scale is worth.
    """
    spread, scale = None if tally.spread is None else tally.spread * points, skala(on)
    low, high = mean_interval(value, spread, tally.n)
    return (
        None if low is None else max(scale.minimal * points, low),
        None if high is None else min(scale.maksimal * points, high),
    )
