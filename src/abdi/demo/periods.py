"""Which stretches of time the demo plans and judges, seen from one day."""

from dataclasses import dataclass
from datetime import date, timedelta

from abdi.planning import actions
from abdi.planning.enums import PeriodKind
from abdi.planning.models import Period
from abdi.platform.accounts.models import User
from abdi.rules.arithmetic import add_months

MONTHS_IN_QUARTER = 3
_ROMAN = ("I", "II", "III", "IV")
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Calendar:
    """The year that is planned for, its quarters, and the last quarter that is over."""

    year: Period
    quarters: tuple[Period, ...]
    judged: Period


def open_periods(*, actor: User, today: date) -> Calendar:
    """The year in which a quarter was last completed; early in January that is the year before."""
    over = last_quarter(today)
    first_day = date(over.year, 1, 1)
    if today.year != over.year:
        _open_year(actor, date(today.year, 1, 1))
    year = _open_year(actor, first_day)
    quarters = tuple(_open_quarter(actor, first_day, number) for number in range(len(_ROMAN)))
    return Calendar(year, quarters, judged=next(one for one in quarters if one.start == over))


def last_quarter(today: date) -> date:
    """The first day of the last quarter that was over before `today`."""
    begun = date(today.year, (today.month - 1) // MONTHS_IN_QUARTER * MONTHS_IN_QUARTER + 1, 1)
    return add_months(begun, -MONTHS_IN_QUARTER)


def _open_year(actor: User, first_day: date) -> Period:
    last_day = date(first_day.year, 12, 31)
    return _open(actor, f"Tahun {first_day.year}", PeriodKind.TAHUNAN, first_day, last_day)


def _open_quarter(actor: User, first_day: date, number: int) -> Period:
    start = add_months(first_day, MONTHS_IN_QUARTER * number)
    end = add_months(start, MONTHS_IN_QUARTER) - _ONE_DAY
    name = f"Triwulan {_ROMAN[number]} {start.year}"
    return _open(actor, name, PeriodKind.TRIWULANAN, start, end)


def _open(actor: User, name: str, kind: PeriodKind, start: date, end: date) -> Period:
    return actions.open_period(
        actor=actor,
        name=name,
        kind=kind,
        start=start,
        end=end,
        filing_deadline=end + 7 * _ONE_DAY,
        assessor_deadline=end + 14 * _ONE_DAY,
    )
