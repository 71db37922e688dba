"""The calendar that deadlines and working hours of the current instansi are counted with."""

from collections.abc import Iterable
from datetime import date

from django.utils import timezone

from abdi.platform.calendar.holidays import national_holidays
from abdi.platform.calendar.models import CalendarDay, DayKind, WorkSchedule
from abdi.platform.tenancy.scope import forget, remembered
from abdi.rules.kalender import Calendar, Week

_REMEMBERED = "calendars"


def working_calendar(years: Iterable[int], *, on: date | None = None) -> Calendar:
    """The national days of `years` with the instansi's own edits; hours as in force on `on` (default: today).

    Read once a scope (a request, a job): two queries, however often it is asked for. A year of which nothing is
    known stays unknown to the result, which then refuses to count into it.
    """
    wanted = frozenset(years)
    key = (wanted, on or timezone.localdate())
    known = remembered(_REMEMBERED, dict[tuple[frozenset[int], date], Calendar])
    if key not in known:
        known[key] = Calendar(_holidays(wanted), week=_week(key[1]))
    return known[key]


def forget_calendars() -> None:
    forget(_REMEMBERED)


def _holidays(years: frozenset[int]) -> frozenset[date]:
    days = set(national_holidays(years))
    for row in CalendarDay.objects.filter(day__year__in=years):
        (days.discard if row.kind == DayKind.HARI_KERJA else days.add)(row.day)
    return frozenset(days)


def _week(on: date) -> Week | None:
    schedule = WorkSchedule.objects.filter(valid_from__lte=on).order_by("-valid_from").first()
    return schedule.week if schedule else None
