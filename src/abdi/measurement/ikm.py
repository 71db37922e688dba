"""The index of public satisfaction, as the law stands for the instansi: conversion and version come from `rules`."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import lru_cache

from abdi.organisation.law.answers import evaluate
from abdi.organisation.law.selectors import overrides_on
from abdi.rules.arithmetic import round_half_up

RULE = "ikm"


@dataclass(frozen=True, slots=True)
class Conversion:
    """How many points of the index one point of the answering scale is worth, and by which rule."""

    points: Fraction
    version: str


def conversion(on: date) -> Conversion:
    """The index is linear in the mean answer, so the rule's answer to "all 1" is the worth of one point."""
    return _asked(on, repr(overrides_on(on)))


@lru_cache(maxsize=256)
def _asked(on: date, _own: str) -> Conversion:
    """`_own`, what the instansi has set for itself, keeps its answers apart from those of another."""
    result = evaluate(RULE, on=on, input={"nrr": {"unsur": 1}})
    return Conversion(Fraction(result.value), f"{RULE}@{result.version}")


def index(answers: Iterable[tuple[float, int]], on: date) -> float:
    """The index from (sum of answers, how many) of each answered element; exact, two decimals half-up."""
    means = [Fraction(total) / n for total, n in answers]
    return float(round_half_up(sum(means, Fraction(0)) / len(means) * conversion(on).points))
