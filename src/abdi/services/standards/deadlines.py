"""Until when: what a standar promises to a citizen, and what PP 96/2012 asks of those who make one."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from abdi.platform.calendar.selectors import working_calendar
from abdi.rules import RuleInputError
from abdi.rules.kalender import DAY
from abdi.services.hours.book import read_book
from abdi.services.standards.enums import TimeUnit
from abdi.services.standards.models import Standar

LONGEST = 732  # days; a promise in hours that is not kept by then was never meant in hours
_END_OF_DAY = time.max.replace(microsecond=0)  # as rule `tenggat` ends a day

PUBLICATION = "standar_pelayanan_publikasi"
COMMENTS = "standar_pelayanan_masukan"
IMPROVEMENT = "standar_pelayanan_perbaikan"
MAKLUMAT = "maklumat_publikasi"
EVALUATION = "standar_pelayanan_evaluasi"
REVIEW = "standar_pelayanan_peninjauan"


def promised(standar: Standar, filed_at: datetime) -> datetime | None:
    """When a request filed at that moment has to be done.

    Minutes and hours run while the unit is open for this service; days end at the end of the last one, and the day of
    filing does not count. None without a promised time, or where it runs into a year whose holidays are not known.
    """
    if standar.time_value is None:
        return None
    try:
        return _COUNTED[TimeUnit(standar.time_unit)](standar, timezone.localtime(filed_at))
    except RuleInputError:
        return None


def _open_time(standar: Standar, filed_at: datetime, length: timedelta) -> datetime | None:
    layanan = standar.layanan
    book = read_book([layanan.unit_id], filed_at.date())
    left = length
    for number in range(LONGEST):
        day = filed_at.date() + number * DAY
        book.calendar.require_years(day, day)
        for opens, closes in book.on(layanan.unit_id, layanan.pk, day).spans:
            begins = max(opens, filed_at)
            if begins + left <= closes:
                return begins + left
            left -= max(closes - begins, timedelta())
    return None


def _minutes(standar: Standar, filed_at: datetime) -> datetime | None:
    return _open_time(standar, filed_at, timedelta(minutes=standar.time_value or 0))


def _hours(standar: Standar, filed_at: datetime) -> datetime | None:
    return _open_time(standar, filed_at, timedelta(hours=standar.time_value or 0))


def _working_days(standar: Standar, filed_at: datetime) -> datetime:
    last_year = filed_at.year + 1 + (standar.time_value or 0) // 200  # fewer working days than any year has
    calendar = working_calendar(range(filed_at.year, last_year + 1), on=filed_at.date())
    return _end_of(calendar.add_working_days(filed_at.date(), standar.time_value or 0), filed_at)


def _calendar_days(standar: Standar, filed_at: datetime) -> datetime:
    return _end_of(filed_at.date() + timedelta(days=standar.time_value or 0), filed_at)


def _end_of(day: date, like: datetime) -> datetime:
    return datetime.combine(day, _END_OF_DAY, tzinfo=like.tzinfo)


_COUNTED: dict[TimeUnit, Callable[[Standar, datetime], datetime | None]] = {
    TimeUnit.MENIT: _minutes,
    TimeUnit.JAM: _hours,
    TimeUnit.HARI_KERJA: _working_days,
    TimeUnit.HARI_KALENDER: _calendar_days,
}
