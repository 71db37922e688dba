"""Jam kerja: how long the office was open between two moments."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo

from abdi.rules.errors import RuleInputError
from abdi.rules.kalender import Calendar, scheduled, working_seconds
from abdi.rules.moments import read_moment, read_zone
from abdi.rules.reading import Parameters
from abdi.rules.registry import Outcome, rule

MINUTE = timedelta(minutes=1) // timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class JamKerjaInput:
    """``mulai`` and ``selesai``: ISO moments. ``jadwal``: {"senin": [["08:00", "12:00"], …], …}.

    A day left out of ``jadwal`` is free. ``zona`` (WIB, WITA, WIT) says where the office stands; without
    it moments are read on the clock of ``mulai``'s own offset, or as local time when neither has one.
    """

    mulai: date | str
    selesai: date | str
    jadwal: object = None
    zona: str | None = None


@rule(
    "jam_kerja",
    berlaku_sejak="1995-11-27",
    dasar=[
        {"title": "Perpres 21/2023 Ps 3 dan Ps 4 (sebelumnya Keppres 68/1995)", "confidence": "terverifikasi"}
    ],
)
def jam_kerja(masukan: JamKerjaInput, p: Parameters) -> Outcome:
    """Menit kerja penuh di antara dua saat.

    Yang dihitung hanya jam buka menurut jadwal, di luar istirahat, libur nasional, dan cuti bersama.
    Rincian 'detik' tepat sampai detik, sehingga bagian-bagian suatu rentang berjumlah sama dengan
    keseluruhannya.
    """
    start, end, clock = _span(masukan)
    seconds = working_seconds(start, end, _calendar(masukan, p), clock)
    return Outcome(seconds // MINUTE, detik=seconds)


def _span(masukan: JamKerjaInput) -> tuple[datetime, datetime, tzinfo]:
    zone = None if masukan.zona is None else read_zone("zona", masukan.zona)
    start, _ = read_moment("mulai", masukan.mulai, zone)
    end, _ = read_moment("selesai", masukan.selesai, zone)
    if (start.tzinfo is None) != (end.tzinfo is None):
        raise RuleInputError(
            "Hanya salah satu dari 'mulai' dan 'selesai' menyebut zona waktu; "
            "sertakan pada keduanya atau isi 'zona'.",
            field="selesai",
        )
    return start, end, start.tzinfo or UTC


def _calendar(masukan: JamKerjaInput, p: Parameters) -> Calendar:
    if masukan.jadwal is None or p.calendar is None:
        return p.working_calendar()
    return scheduled(p.calendar, masukan.jadwal, field="jadwal")
