"""Exact arithmetic: fractions inside, half-up only where the law prints a figure."""

import calendar
from datetime import date
from decimal import Decimal, Inexact, localcontext
from fractions import Fraction

DAYS_IN_WEEK = len(calendar.day_name)
MONTHS_IN_YEAR = len(calendar.month_name) - 1  # month_name[0] is the empty string


def round_half_up(number: Fraction, *, steps: int = 100) -> Fraction:
    """Round to the nearest 1/``steps`` (two decimals by default), a half away from zero."""
    return Fraction(_half_up_units(number, steps), steps)


def fixed(number: Fraction, *, steps: int = 100) -> str:
    """The half-up figure with all its decimals: ``87.50`` for 100 steps, ``3.4911`` for 10 000."""
    units = _half_up_units(number, steps)
    whole, rest = divmod(abs(units), steps)
    decimals = f".{rest:0{len(str(steps)) - 1}}" if steps > 1 else ""
    return f"{'-' if units < 0 else ''}{whole}{decimals}"


def _half_up_units(number: Fraction, steps: int) -> int:
    whole, rest = divmod(abs(number.numerator) * steps, number.denominator)
    units = whole + (rest + rest >= number.denominator)
    return units if number >= 0 else -units


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
