"""A year in several posts: the value lies among its parts, and how the days are cut says nothing."""

from datetime import date
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from abdi.rules import evaluate

ON = date(2026, 12, 31)
parts = st.lists(st.tuples(st.integers(1, 366), st.integers(0, 120)), min_size=1, max_size=6)


def value(bagian: list[tuple[int, int]]) -> Fraction:
    told = [{"hari": hari, "nilai": nilai} for hari, nilai in bagian]
    return Fraction(evaluate("skp_prorata", on=ON, input={"bagian": told}).value)


@given(parts)
def test_the_value_lies_among_its_parts(bagian: list[tuple[int, int]]) -> None:
    assert min(nilai for _, nilai in bagian) <= value(bagian) <= max(nilai for _, nilai in bagian)


@given(parts)
def test_order_and_cuts_say_nothing(bagian: list[tuple[int, int]]) -> None:
    cut = [(hari, nilai) for hari, nilai in bagian for _ in range(2)]  # every stretch twice as long, in two
    assert value(bagian) == value(bagian[::-1]) == value(cut)
