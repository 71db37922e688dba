"""Exact arithmetic: fractions inside, half-up only where the law prints a figure."""

import calendar
from datetime import date
from decimal import Decimal, Inexact, localcontext
from fractions import Fraction

DAYS_IN_WEEK = len(calendar.day_name)
MONTHS_IN_YEAR = len(calendar.month_name) - 1  # month_name[0] is the empty string


def round_half_up(number: Fraction, *, steps: int = 100) -> Fraction:
    """Round to the nearest 1/``steps`` (two decimals by default), a half away from zero."""
    scaled = abs(number) * steps
    whole, rest = divmod(scaled.numerator, scaled.denominator)
    rounded = Fraction(whole + (rest + rest >= scaled.denominator), steps)
    return rounded if number >= 0 else -rounded


def fixed(number: Fraction, *, steps: int = 100) -> str:
    """The half-up figure with all its decimals: ``87.50`` for 100 steps, ``3.4911`` for 10 000."""
    scaled = round_half_up(number, steps=steps) * steps
    decimals = len(str(steps)) - 1
    return format(Decimal(scaled.numerator).scaleb(-decimals), "f")


def exact(number: Fraction | int) -> str:
    """The number without any rounding: ``18.75`` when the decimals end, otherwise ``25/12``."""
    with localcontext() as context:
        context.traps[Inexact] = True
        try:
            quotient = Decimal(number.numerator) / Decimal(number.denominator)
            return format(quotient.normalize(), "f")
        except Inexact:
            return f"{number.numerator}/{number.denominator}"


def add_months(day: date, months: int) -> date:
    """The same day ``months`` later, or the last day of a shorter month."""
    years, index = divmod(day.month - 1 + months, MONTHS_IN_YEAR)
    year, month = day.year + years, index + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
