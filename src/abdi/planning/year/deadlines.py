"""The deadlines of a period as they stand: what was set, moved by the time the service was down."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from abdi.planning.enums import PeriodKind
from abdi.planning.models import Period
from abdi.platform.outages.selectors import extended_day, outages_within
from abdi.platform.outages.spans import ONE_DAY, Span


@dataclass(frozen=True, slots=True)
class Due:
    """`day` is the last day; `outages` are why it is not the day that was `set_for`."""

    day: date
    set_for: date
    outages: Sequence[Span]

    @property
    def moved_by(self) -> int:
        """In days."""
        return (self.day - self.set_for).days

    def left(self, today: date) -> int:
        """Days up to the last one; below zero once it has passed."""
        return (self.day - today).days


def filing_due(period: Period) -> Due:
    """A year's plans are drawn up from its first day; what is filed on a quarter or a month, after its end."""
    since = period.start if period.kind == PeriodKind.TAHUNAN else period.end + ONE_DAY
    return _due(period.filing_deadline, since)


def assessor_due(period: Period) -> Due:
    """A period is judged once it is over."""
    return _due(period.assessor_deadline, period.end + ONE_DAY)


def _due(set_for: date, since: date) -> Due:
    since = min(since, set_for)
    day = extended_day(set_for, since=since)
    return Due(day, set_for, outages_within(since, day) if day > set_for else ())
