"""What decides about opening, read once for any number of services and days."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from functools import cached_property

from django.utils import timezone

from abdi.platform.calendar.selectors import working_calendar
from abdi.rules.kalender import DAY, Calendar, Interval, Week, default_week, read_week
from abdi.services.hours.models import Schedule, SpecialDay

Span = tuple[datetime, datetime]
Place = tuple[int, int | None]  # a unit, and one of its services where that differs


@dataclass(frozen=True, slots=True)
class Day:
    """The hours of one day, in order. `reason`: why it is not the day of an ordinary week."""

    day: date
    spans: tuple[Span, ...]
    cut_off: timedelta
    reason: str = ""
    is_holiday: bool = False

    @property
    def closes(self) -> datetime | None:
        return self.spans[-1][1] if self.spans else None

    @property
    def last_ticket(self) -> datetime | None:
        """Until when numbers are given out; the cut-off counts from the end of the day, not from a break."""
        return self.closes - self.cut_off if self.closes else None


@dataclass(frozen=True)
class Book:
    """Special day of the service > of the unit > holiday > week of the service > of the unit > of the instansi."""

    calendar: Calendar
    special: Mapping[tuple[Place, date], SpecialDay]
    schedules: Mapping[Place, Sequence[Schedule]]
    zone: tzinfo

    def on(self, unit_id: int, layanan_id: int | None, day: date) -> Day:
        places: list[Place] = [(unit_id, layanan_id), (unit_id, None)]
        schedule = next(filter(None, (self._schedule(place, day) for place in places)), None)
        cut_off = timedelta(minutes=schedule.cut_off if schedule else 0)
        special = next((self.special[place, day] for place in places if (place, day) in self.special), None)
        if special:
            return Day(day, self._spans(day, read_hours(special.hours)), cut_off, special.reason)
        if day in self.calendar.holidays:
            return Day(day, (), cut_off, is_holiday=True)
        week = schedule.week if schedule else self._instansi_week
        return Day(day, self._spans(day, week.get(day.weekday(), ())), cut_off)

    def _schedule(self, place: Place, day: date) -> Schedule | None:
        """The last one that has begun, where two overlap."""
        in_force = [one for one in self.schedules.get(place, ()) if one.valid_from <= day]
        return next(
            (one for one in reversed(in_force) if not one.valid_until or day <= one.valid_until), None
        )

    def _spans(self, day: date, hours: Sequence[Interval]) -> tuple[Span, ...]:
        return tuple((self._moment(day, opens), self._closing(day, closes)) for opens, closes in hours)

    def _closing(self, day: date, closes: time) -> datetime:
        return self._moment(day + DAY if closes == time.min else day, closes)  # 24:00 ends a day

    def _moment(self, day: date, clock: time) -> datetime:
        return datetime.combine(day, clock, tzinfo=self.zone)

    @cached_property
    def _instansi_week(self) -> Week:
        return default_week() if self.calendar.week is None else self.calendar.week


def read_hours(hours: object) -> Sequence[Interval]:
    """The hours of one day, [["08:00", "12:00"], …], as intervals."""
    return read_week({"senin": hours}, field="jam")[0]


def read_book(units: Iterable[int], first: date) -> Book:
    """Of these units (ids), from `first` on, into the next year. Four queries, two of them once a scope."""
    wanted = set(units)
    schedules: defaultdict[Place, list[Schedule]] = defaultdict(list)
    for one in Schedule.objects.filter(unit__in=wanted).order_by("valid_from"):
        schedules[one.unit_id, one.layanan_id].append(one)
    days = SpecialDay.objects.filter(unit__in=wanted, day__gte=first)
    return Book(
        calendar=working_calendar(range(first.year, first.year + 2), on=first),
        special={((one.unit_id, one.layanan_id), one.day): one for one in days},
        schedules=schedules,
        zone=timezone.get_current_timezone(),
    )
