"""Tenggat: until when something may be done, for every time limit the house works with.

One file per kind in ``parameters/tenggat``: the length, its unit and its article; ``tenggat/akibat`` holds
what the law attaches to lateness. The day of the event does not count. A plain "hari" is a calendar
day: UU 25/2009 says "hari kalender" once and "hari kerja" never, PP 30/2019 says "hari kerja" in Ps 50 alone.
"""

import calendar
import difflib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from abdi.rules.arithmetic import MONTHS_IN_YEAR, add_months
from abdi.rules.errors import RuleInputError
from abdi.rules.kalender import DAY
from abdi.rules.moments import read_moment, read_zone
from abdi.rules.parameters import Parameter, catalogue
from abdi.rules.reading import Parameters
from abdi.rules.registry import Outcome, rule

FOLDER = "tenggat"
END_OF_DAY = time.max.replace(microsecond=0)


@dataclass(frozen=True, slots=True)
class TenggatInput:
    """``jenis``: a kind of ``list_tenggat()``; ``mulai``: ISO day or moment; ``zona``: an Indonesian zone.

    A moment without an offset is local time in ``zona``.
    """

    jenis: str
    mulai: date | str
    zona: str


@rule(
    "tenggat",
    berlaku_sejak="2008-10-07",
    dasar=[
        {
            "title": "Pasal yang menetapkan tenggat ini, sebagaimana tercantum pada parameternya",
            "confidence": "primer",
        },
        {"title": "Perpres 21/2023 Ps 3 (hari kerja)", "confidence": "terverifikasi"},
    ],
)
def tenggat(masukan: TenggatInput, p: Parameters) -> Outcome:
    """Saat jatuh tempo suatu tenggat.

    Hari kejadian tidak dihitung. Tenggat dalam hari, bulan, atau tahun jatuh pada akhir hari terakhir
    (23.59.59 waktu setempat); tenggat dalam jam jatuh tepat pada menitnya. Hari kerja melewati hari di
    luar minggu kerja, libur nasional, dan cuti bersama.
    """
    kind = _kind(masukan.jenis)
    zone = read_zone("zona", masukan.zona)
    start = _start(masukan, kind, zone)
    length: int = p[kind.path]
    due = UNITS[kind.unit](start, length, p)
    return Outcome(
        due,
        satuan=kind.unit,
        lama=length,
        zona=zone.key,
        hari_libur_dilewati=_holidays_skipped(kind, start, due, p),
        keterangan=kind.description,
        akibat=_consequence(kind, p),
    )


def list_tenggat() -> list[str]:
    """The codes of every kind of deadline, in alphabetical order."""
    return [path.removeprefix(f"{FOLDER}/") for path in catalogue() if _is_kind(path)]


def _is_kind(path: str) -> bool:
    return path.startswith(f"{FOLDER}/") and path.count("/") == 1


def _kind(jenis: str) -> Parameter:
    known = list_tenggat()
    if jenis not in known:
        near = difflib.get_close_matches(jenis, known) or [name for name in known if jenis in name] or known
        raise RuleInputError(
            f"Jenis tenggat '{jenis}' tidak dikenal; mungkin: {', '.join(near)}.", field="jenis"
        )
    return catalogue()[f"{FOLDER}/{jenis}"]


def _start(masukan: TenggatInput, kind: Parameter, zone: ZoneInfo) -> datetime:
    start, has_time = read_moment("mulai", masukan.mulai, zone)
    if kind.unit == "jam" and not has_time:
        raise RuleInputError(
            f"Tenggat '{masukan.jenis}' dihitung dalam jam; sertakan jamnya pada 'mulai': 2026-01-31T09:15.",
            field="mulai",
        )
    return start


def _holidays_skipped(kind: Parameter, start: datetime, due: datetime, p: Parameters) -> list[date]:
    if kind.unit != "hari_kerja":
        return []
    return p.working_calendar().holidays_between(start.date(), due.date())


def _consequence(kind: Parameter, p: Parameters) -> str | None:
    path = f"{FOLDER}/akibat/{kind.path.removeprefix(f'{FOLDER}/')}"
    return str(p[path]) if path in catalogue() else None


def _end_of(day: date, start: datetime) -> datetime:
    return datetime.combine(day, END_OF_DAY, tzinfo=start.tzinfo)


def _working_days(start: datetime, length: int, p: Parameters) -> datetime:
    return _end_of(p.working_calendar().add_working_days(start.date(), length), start)


def _calendar_days(start: datetime, length: int, _p: Parameters) -> datetime:
    return _end_of(start.date() + length * DAY, start)


def _hours(start: datetime, length: int, _p: Parameters) -> datetime:
    return start + timedelta(hours=length)


def _months(start: datetime, length: int, _p: Parameters) -> datetime:
    return _end_of(add_months(start.date(), length), start)


def _years(start: datetime, length: int, p: Parameters) -> datetime:
    return _months(start, length * MONTHS_IN_YEAR, p)


def _end_of_month(start: datetime, month: int, _p: Parameters) -> datetime:
    """A fixed date of the year, the last day of ``month``: the first one not before the start."""
    year = start.year + (start.month > month)
    return _end_of(date(year, month, calendar.monthrange(year, month)[1]), start)


UNITS: dict[str, Callable[[datetime, int, Parameters], datetime]] = {
    "hari_kerja": _working_days,
    "hari_kalender": _calendar_days,
    "jam": _hours,
    "bulan": _months,
    "tahun": _years,
    "akhir_bulan": _end_of_month,
}
