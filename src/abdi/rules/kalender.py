"""Working days and working hours: which days count, and how long an office is open between two moments.

A working day is a day of the office's week that is neither *libur nasional* nor *cuti bersama*
(Perpres 21/2023 Ps 3). The calendar is handed in by the caller; a year it does not know is refused,
because a deadline counted without its holidays would be a silent guess.
"""

import json
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from functools import cached_property, lru_cache
from itertools import accumulate, pairwise

from abdi.rules.arithmetic import DAYS_IN_WEEK
from abdi.rules.errors import RuleInputError
from abdi.rules.parameters import catalogue

HARI = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")
JADWAL = "jam_kerja/jadwal"
DAY = timedelta(days=1)
_SECOND = timedelta(seconds=1)
_HOUR, _MINUTE = timedelta(hours=1) // _SECOND, timedelta(minutes=1) // _SECOND

Interval = tuple[time, time]
Week = Mapping[int, Sequence[Interval]]
_Week = tuple[tuple[Interval, ...], ...]


@dataclass(frozen=True)
class Calendar:
    """The holidays an office observes and the hours it is open.

    ``holidays``: every *libur nasional* and *cuti bersama*. ``week``: weekday (Monday is 0) → intervals
    of wall-clock time in order; one that ends at 00:00 runs to midnight; a weekday left out is free.
    Without ``week`` the parameter ``jam_kerja/jadwal`` applies. A year is known when it has a holiday
    here or is named in ``years``.
    """

    holidays: frozenset[date]
    week: Week | None = None
    years: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        if self.week is not None:
            _canonical(self.week)

    def is_working_day(self, day: date) -> bool:
        """Whether the office works on ``day``; ``RuleInputError`` when that year is not known."""
        self.require_years(day, day)
        return bool(self._week[day.weekday()]) and day not in self.holidays

    def add_working_days(self, day: date, count: int) -> date:
        """The ``count``-th working day after ``day``; the day itself does not count."""
        while count > 0:
            day += DAY
            count -= self.is_working_day(day)
        return day

    def holidays_between(self, after: date, until: date) -> list[date]:
        """Holidays after ``after``, up to and including ``until``, that fell on a day of the working week."""
        return sorted(d for d in self.holidays if after < d <= until and self._week[d.weekday()])

    def require_years(self, first: date, last: date) -> None:
        """Refuse a span that touches a year whose holidays are not known."""
        for year in range(first.year, last.year + 1):
            if year not in self._known_years:
                raise RuleInputError(
                    f"Kalender kerja belum memuat hari libur tahun {year}; "
                    "lengkapi libur nasional dan cuti bersama tahun itu lebih dahulu.",
                    field="calendar",
                )

    def working_seconds(self, start: datetime, end: datetime) -> int:
        """Seconds the office was open between two wall-clock moments (naive, ``start`` not later)."""
        self.require_years(start, end)
        return self._clock.opened_before(end) - self._clock.opened_before(start)

    @cached_property
    def _known_years(self) -> frozenset[int]:
        return self.years | {day.year for day in self.holidays}

    @cached_property
    def _week(self) -> _Week:
        return _canonical(default_week() if self.week is None else self.week)

    @cached_property
    def _clock(self) -> "_Clock":
        return _Clock(self.holidays, self._week)


def working_seconds(start: datetime, end: datetime, calendar: Calendar, tz: tzinfo) -> int:
    """Whole seconds of working time from ``start`` to ``end``, read on the wall clock of ``tz``.

    A moment with an offset is moved to ``tz``, one without is taken as local time there; fractions of
    a second are dropped from both ends, so spans add up. Raises ``RuleInputError`` when ``end`` is
    earlier than ``start`` or the calendar does not know a year in between.
    """
    start, end = _aware(start, tz), _aware(end, tz)
    if end < start:
        raise RuleInputError(
            "Saat selesai lebih awal daripada saat mulai; periksa urutannya.", field="selesai"
        )
    span = calendar.working_seconds(_wall_clock(start, tz), _wall_clock(end, tz))
    return max(0, span)  # where clocks are set back, an hour of the night comes twice


def scheduled(calendar: Calendar, jadwal: object, *, field: str) -> Calendar:
    """``calendar`` with the hours of ``jadwal`` (see ``read_week``); same question, same object."""
    as_text = json.dumps(jadwal, default=dict)  # something that can be a cache key
    return _scheduled(calendar.holidays, calendar.years, as_text, field)


@lru_cache(maxsize=100)
def _scheduled(holidays: frozenset[date], years: frozenset[int], jadwal: str, field: str) -> Calendar:
    return Calendar(holidays, read_week(json.loads(jadwal), field=field), years)


def default_week() -> Week:
    """The week of the newest national schedule, for calendars that bring none of their own."""
    return read_week(catalogue()[JADWAL].values[-1].value, field=JADWAL)


def read_week(raw: object, *, field: str) -> Week:
    """``{"senin": [["07:30", "12:00"], …], …}`` as a week; ``24:00`` ends a day; errors name ``field``."""
    if not isinstance(raw, Mapping):
        raise RuleInputError(f"'{field}' harus berupa objek hari → daftar jam.", field=field)
    for name in raw:
        if name not in HARI:
            raise RuleInputError(
                f"Hari '{name}' pada '{field}' tidak dikenal; pakai {', '.join(HARI)}.", field=field
            )
    return {HARI.index(name): _read_day(name, hours, field) for name, hours in raw.items()}


def _read_day(name: str, hours: object, field: str) -> tuple[Interval, ...]:
    try:
        return tuple((time.fromisoformat(opens), _closing(closes)) for opens, closes in _pairs(hours))
    except (TypeError, ValueError):
        raise RuleInputError(
            f'Jam hari {name} pada \'{field}\' tidak terbaca; tulis seperti [["07:30", "12:00"]].',
            field=field,
        ) from None


def _pairs(hours: object) -> Iterable[tuple[str, str]]:
    if isinstance(hours, list | tuple):
        return hours
    raise TypeError


def _closing(text: str) -> time:
    return time.min if text == "24:00" else time.fromisoformat(text)


def _canonical(week: Week) -> _Week:
    """The week as seven tuples, checked: hours in order, none overlapping, at least one of them."""
    days = tuple(tuple(week.get(weekday, ())) for weekday in range(DAYS_IN_WEEK))
    for name, hours in zip(HARI, days, strict=True):
        if not _in_order([_bounds(interval) for interval in hours]):
            raise RuleInputError(
                f"Jam kerja hari {name} tumpang tindih atau tidak urut; susun dari yang paling pagi.",
                field="jadwal",
            )
    if not any(days):
        raise RuleInputError("Jadwal kerja kosong; isi sedikitnya satu hari.", field="jadwal")
    return days


def _in_order(hours: list[tuple[int, int]]) -> bool:
    return all(opens < closes for opens, closes in hours) and all(
        before[1] <= after[0] for before, after in pairwise(hours)
    )


def _bounds(interval: Interval) -> tuple[int, int]:
    opens, closes = interval
    return _second_of_day(opens), _second_of_day(closes) or DAY // _SECOND


def _second_of_day(moment: time | datetime) -> int:
    return moment.hour * _HOUR + moment.minute * _MINUTE + moment.second


class _Clock:
    """Counts working seconds from the first day of the era, so that any span is one subtraction.

    0001-01-01 was a Monday: whole weeks are multiplied, the holidays among them found by bisection.
    """

    def __init__(self, holidays: frozenset[date], week: _Week) -> None:
        self._hours = tuple(tuple(map(_bounds, hours)) for hours in week)
        lengths = [sum(closes - opens for opens, closes in hours) for hours in self._hours]
        *self._before_weekday, self._per_week = accumulate(lengths, initial=0)
        self._holidays = sorted(day.toordinal() - 1 for day in holidays)
        lost = (lengths[day % DAYS_IN_WEEK] for day in self._holidays)
        self._lost_before = list(accumulate(lost, initial=0))

    def opened_before(self, moment: datetime) -> int:
        day = moment.toordinal() - 1
        weeks, weekday = divmod(day, DAYS_IN_WEEK)
        index = bisect_left(self._holidays, day)
        total = weeks * self._per_week + self._before_weekday[weekday] - self._lost_before[index]
        if index < len(self._holidays) and self._holidays[index] == day:
            return total
        now = _second_of_day(moment)
        return total + sum(min(now, closes) - opens for opens, closes in self._hours[weekday] if opens < now)


def _aware(moment: datetime, tz: tzinfo) -> datetime:
    return moment.replace(tzinfo=tz) if moment.tzinfo is None else moment


def _wall_clock(moment: datetime, tz: tzinfo) -> datetime:
    return moment.astimezone(tz).replace(tzinfo=None)
