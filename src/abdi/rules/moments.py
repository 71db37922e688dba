"""Moments in the zones of Indonesia, read from their JSON form."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from abdi.rules.errors import RuleInputError

ZONES = {
    "WIB": "Asia/Jakarta",
    "WITA": "Asia/Makassar",
    "WIT": "Asia/Jayapura",
}
# A century of room at both ends of what a date can hold: adding a deadline never overflows.
FIRST_YEAR, LAST_YEAR = date.min.year + 100, date.max.year - 100


def read_zone(name: str, value: str) -> ZoneInfo:
    """The zone by its abbreviation (WIB, WITA, WIT) or its name (Asia/Jakarta, …)."""
    key = ZONES.get(value.upper(), value)
    if key not in ZONES.values():
        known = ", ".join(f"{short} ({full})" for short, full in ZONES.items())
        raise RuleInputError(f"Zona waktu '{value}' pada '{name}' tidak dikenal; pilih {known}.", field=name)
    return ZoneInfo(key)


def read_moment(name: str, value: object, zone: ZoneInfo | None) -> tuple[datetime, bool]:
    """An ISO day or moment, and whether it told a time of day.

    With a ``zone`` the answer is local time there, and a moment without an offset is taken as such;
    without one it is returned as written. A day is its first moment.
    """
    moment, has_time = _parse(name, value)
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise RuleInputError(f"Tahun pada '{name}' di luar jangkauan kalender: {moment.year}.", field=name)
    if zone is None:
        return moment, has_time
    return (moment.astimezone(zone) if moment.tzinfo else moment.replace(tzinfo=zone)), has_time


def _parse(name: str, value: object) -> tuple[datetime, bool]:
    if isinstance(value, datetime):
        return value, True
    if isinstance(value, date):
        return datetime.combine(value, time.min), False
    if not isinstance(value, str):
        raise RuleInputError(f"'{name}' harus berupa teks tanggal atau waktu ISO 8601.", field=name)
    try:
        return _from_text(value)
    except ValueError:
        raise RuleInputError(
            f"'{name}' bukan tanggal atau waktu yang ada: '{value}'; "
            "tulis seperti 2026-01-31 atau 2026-01-31T09:15.",
            field=name,
        ) from None


def _from_text(text: str) -> tuple[datetime, bool]:
    try:
        return datetime.combine(date.fromisoformat(text), time.min), False
    except ValueError:
        return datetime.fromisoformat(text), True
