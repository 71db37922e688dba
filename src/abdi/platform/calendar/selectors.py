"""The calendar that deadlines and working hours of the current instansi are counted with."""

from collections.abc import Iterable
from datetime import date

from django.utils import timezone

from abdi.platform.calendar.holidays import national_holidays
from abdi.platform.calendar.models import CalendarDay, DayKind, WorkSchedule
from abdi.platform.tenancy.scope import scope_memory
from abdi.rules.kalender import Calendar, Week


def working_calendar(years: Iterable[int], *, on: date | None = None) -> Calendar:
    """The national days of `years` with the instansi's own edits; hours as in force on `on` (default: today).

    Read once a scope (a request, a job): two queries, however often it is asked for. A year of which nothing is
    known stays unknown to the result, which then refuses to count into it.
    """
    wanted = frozenset(years)
    known: dict[object, Calendar] = scope_memory().setdefault("calendars", {})
    key = (wanted, on or timezone.localdate())
    if key not in known:
        known[key] = Calendar(_holidays(wanted), week=_week(key[1]))
    return known[key]


def forget_calendars() -> None:
    """Called by every edit, so that the rest of the request sees it."""
    scope_memory().pop("calendars", None)


def _holidays(years: frozenset[int]) -> frozenset[date]:
    days = set(national_holidays(years))
    for row in CalendarDay.objects.filter(day__year__in=years):
        (days.discard if row.kind == DayKind.HARI_KERJA else days.add)(row.day)
    return frozenset(days)


def _week(on: date) -> Week | None:
    schedule = WorkSchedule.objects.filter(valid_from__lte=on).order_by("-valid_from").first()
    return schedule.week if schedule else None
