"""Until when: deadlines of the law, in the days of the instansi, moved by its outages."""

from collections.abc import Callable
from datetime import date, datetime

from django.utils import timezone

from abdi.organisation.law.answers import evaluate
from abdi.platform.calendar.selectors import working_calendar
from abdi.platform.outages.selectors import extended_day
from abdi.platform.outages.spans import ONE_DAY, Counts, every_day
from abdi.platform.tenancy.scope import current_instansi
from abdi.rules import RuleInputError

Moved = Callable[[date, Counts], date]


def unmoved(due: date, _counts: Counts) -> date:
    return due


def due_day(jenis: str, since: date | datetime, *, moved: Moved = unmoved) -> date | None:
    """The last day of a deadline of rule `tenggat` that runs from `since`; `moved` by what stopped its clock.

    None where it is counted in working days and runs into a year whose holidays nobody has set yet.
    """
    start = timezone.localdate(since) if isinstance(since, datetime) else since
    about = {"jenis": jenis, "mulai": start.isoformat(), "zona": current_instansi().timezone}
    calendar = working_calendar(range(start.year, start.year + 2))
    try:
        found = evaluate("tenggat", on=start, input=about, calendar=calendar)
        counts = calendar.is_working_day if found.details["satuan"] == "hari_kerja" else every_day
        due = moved(datetime.fromisoformat(found.value).date(), counts)
        return extended_day(due, since=start + ONE_DAY, counts=counts)
    except RuleInputError:
        return None


def length_of(jenis: str, on: date) -> int:
    """How long that deadline is, in the unit of its parameter; for a sentence before it runs."""
    about = {"jenis": jenis, "mulai": on.isoformat(), "zona": current_instansi().timezone}
    calendar = working_calendar(range(on.year, on.year + 2))
    return int(evaluate("tenggat", on=on, input=about, calendar=calendar).details["lama"])
