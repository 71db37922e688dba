"""Moments as they stand in files, turned into UTC."""

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.utils.translation import gettext as _

from abdi.platform.errors import InputRefused
from abdi.platform.tenancy.models import Instansi

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_INDONESIAN = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?:[ T,]+(.+))?")
_ZONES = {label: value for value, label in Instansi.Timezone.choices}


class NaiveMoment(ValueError):
    """A moment without an offset, and nobody said in which zone it was written."""


def read_zone(name: str) -> ZoneInfo | None:
    """WIB, WITA, WIT or an IANA name; an empty name is no zone."""
    try:
        return ZoneInfo(_ZONES.get(name.upper(), name)) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise InputRefused(
            _("Zona waktu “%(zone)s” tidak dikenal; pakai WIB, WITA, WIT, atau Asia/Jakarta.")
            % {"zone": name}
        ) from None


def read_moment(text: str, zone: ZoneInfo | None, *, whole_day: bool = False) -> datetime:
    """ISO 8601 or day/month/year [hour:minute[:second]], in UTC; `ValueError` when it is neither.

    `whole_day`: a date without a time means the end of that day, as deadlines do.
    """
    written = _parse(text.strip())
    if whole_day and is_date_only(text):
        written += timedelta(days=1, microseconds=-1)
    if written.tzinfo is None:
        if zone is None:
            raise NaiveMoment(text)
        written = written.replace(tzinfo=zone)
    try:
        return written.astimezone(UTC)
    except OverflowError:
        raise ValueError(text) from None


def read_past_moment(text: str, zone: ZoneInfo | None, now: datetime) -> datetime:
    """When something happened: `ValueError` with the reason, in words, when that cannot be."""
    moment = read_known_moment(text, zone)
    if moment > now:
        raise ValueError(_("waktu di masa depan"))
    return moment


def read_known_moment(text: str, zone: ZoneInfo | None, *, whole_day: bool = False) -> datetime:
    """Like `read_moment`, but the `ValueError` says in words what is wrong."""
    try:
        moment = read_moment(text, zone, whole_day=whole_day)
    except NaiveMoment:
        raise
    except ValueError:
        raise ValueError(_("“%(text)s” bukan waktu") % {"text": text[:40]}) from None
    if moment < EPOCH:
        raise ValueError(_("sebelum tahun 1970"))
    return moment


def zone_needed(line: int, moment: object) -> InputRefused:
    return InputRefused(
        _(
            "Baris %(line)d: waktu “%(moment)s” tidak menyebut zona; ulangi dengan --zona, misalnya --zona WIB."
        )
        % {"line": line, "moment": moment}
    )


def written_clock(text: str) -> datetime:
    """The moment as its clock showed it, in whatever zone that was; `ValueError` when it is none."""
    return _parse(text.strip()).replace(tzinfo=None)


def _parse(text: str) -> datetime:
    if match := _INDONESIAN.fullmatch(text):
        day, month, year, clock = match.groups()
        moment = time.fromisoformat(clock) if clock else time.min
        return datetime.combine(date(int(year), int(month), int(day)), moment)
    return datetime.fromisoformat(text)


def is_date_only(text: str) -> bool:
    return ":" not in text and len(text.strip()) <= len("31/12/2026")
