"""Indonesian holidays to start an office's calendar from.

The ``holidays`` package knows what the joint ministers' decree (SKB) has set for the years it covers; a
later year has estimates only, named "(perkiraan)", and no cuti bersama. That is why an instansi keeps a
table of its own, seeded from here.
"""

from collections.abc import Iterable
from datetime import date
from functools import cache

from holidays import GOVERNMENT, PUBLIC, country_holidays

from abdi.rules import Calendar


def national_holidays(years: Iterable[int]) -> dict[date, str]:
    """Libur nasional and cuti bersama of ``years``, in order of their dates, with their Indonesian names."""
    found = country_holidays("ID", years=years, categories=(PUBLIC, GOVERNMENT), language="id")
    return dict(sorted(found.items()))


def default_calendar(years: Iterable[int]) -> Calendar:
    """A working calendar that knows ``years``, with the national working week (Perpres 21/2023).

    A year the package has no holidays for stays unknown, so a deadline reaching into it is refused.
    """
    return _default_calendar(frozenset(years))


@cache
def _default_calendar(years: frozenset[int]) -> Calendar:
    return Calendar(frozenset(national_holidays(years)))
