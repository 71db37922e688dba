"""Until when: deadlines of the law, in the days of the instansi, moved by its outages."""

from collections.abc import Callable
from datetime import date, datetime

from django.utils import timezone

from abdi.organisation.law.answers import evaluate
from abdi.platform.calendar.selectors import working_calendar
from abdi.platform.outages.selectors import extended_day
from abdi.platform.outages.spans import ONE_DAY, Counts, every_day
from abdi.platform.tenancy.scope import current_instansi
from abdi.rules import Calendar, Result, RuleInputError

Moved = Callable[[date, Counts], date]


def _unmoved(due: date, _counts: Counts) -> date:
    return due


def due_day(jenis: str, since: date | datetime, *, moved: Moved = _unmoved) -> date | None:
    """The last day of a deadline of rule `tenggat` that runs from `since`; `moved` by what stopped its clock.

    None where it is counted in working days and runs into a year whose holidays nobody has set yet.
    """
    start = timezone.localdate(since) if isinstance(since, datetime) else since
    calendar = _calendar_from(start)
    try:
        found = _deadline(jenis, start, calendar)
        counts = calendar.is_working_day if found.details["satuan"] == "hari_kerja" else every_day
        due = moved(datetime.fromisoformat(found.value).date(), counts)
        return extended_day(due, since=start + ONE_DAY, counts=counts)
    except RuleInputError:
        return None


def length_of(jenis: str, on: date) -> int:
    """How long that deadline is, in the unit of its parameter; for a sentence before it runs."""
    return int(_deadline(jenis, on, _calendar_from(on)).details["lama"])


def _deadline(jenis: str, start: date, calendar: Calendar) -> Result:
    about = {"jenis": jenis, "mulai": start.isoformat(), "zona": current_instansi().timezone}
    return evaluate("tenggat", on=start, input=about, calendar=calendar)


def _calendar_from(start: date) -> Calendar:
    """Of that year and the next, into which a deadline may run."""
    return working_calendar(range(start.year, start.year + 2))
