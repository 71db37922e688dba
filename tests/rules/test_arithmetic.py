"""Rounding is half-up, away from zero, and exact to the last digit."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from abdi.rules.arithmetic import add_months, exact, fixed, round_half_up

hundredths = st.decimals(min_value=-(10**6), max_value=10**6, places=4)


@given(hundredths)
def test_two_decimals_agree_with_the_decimal_module(number: Decimal) -> None:
    oracle = number.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
    assert Decimal(fixed(Fraction(number))) == oracle
    assert round_half_up(Fraction(number)) == Fraction(oracle)


@pytest.mark.parametrize(
    ("number", "printed"),
    [("86.625", "86.63"), ("76.605", "76.61"), ("-0.005", "-0.01"), ("0", "0.00"), ("7", "7.00")],
)
def test_a_half_goes_up(number: str, printed: str) -> None:
    assert fixed(Fraction(number)) == printed


def test_more_or_fewer_decimals() -> None:
    assert fixed(Fraction("3.49111"), steps=10_000) == "3.4911"
    assert fixed(Fraction("3.5"), steps=1) == "4"


@pytest.mark.parametrize(
    ("number", "printed"),
    [
        (Fraction(25, 12), "25/12"),
        (Fraction(75, 4), "18.75"),
        (Fraction(100), "100"),
        (Fraction(-1, 8), "-0.125"),
    ],
)
def test_exact_loses_nothing(number: Fraction, printed: str) -> None:
    assert exact(number) == printed


@given(st.fractions())
def test_exact_reads_back(number: Fraction) -> None:
    assert Fraction(exact(number)) == number


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2026, 2, 1), 6, date(2026, 8, 1)),
        (date(2025, 8, 31), 6, date(2026, 2, 28)),
        (date(2023, 8, 31), 6, date(2024, 2, 29)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 1, 31), 12, date(2027, 1, 31)),
    ],
)
def test_months_end_on_a_day_that_exists(start: date, months: int, end: date) -> None:
    assert add_months(start, months) == end
