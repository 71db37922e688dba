"""NIP of a PNS and NI PPPK: eighteen digits that tell birth, appointment, sex and a sequence number."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from abdi.rules.arithmetic import MONTHS_IN_YEAR, add_months
from abdi.rules.formulas.identitas.susunan import (
    Parts,
    cut,
    day,
    length_fault,
    letter_faults,
    numeric,
    sequence_faults,
    without_spaces,
)
from abdi.rules.inputs import whole_number
from abdi.rules.reading import Parameters
from abdi.rules.registry import Outcome, rule

SUSUNAN_NIP, SUSUNAN_NI_PPPK = "identitas/susunan_nip", "identitas/susunan_ni_pppk"


@dataclass(frozen=True, slots=True)
class NipInput:
    """``nip``: a NIP or NI PPPK; spaces are ignored."""

    nip: str


@dataclass(frozen=True, slots=True)
class Tmt:
    """Start of the appointment: a PNS number tells its month, a PPPK number the year only."""

    written: str
    first: date
    last: date


@rule(
    "nip",
    berlaku_sejak="2014-01-15",
    dasar=[
        {"title": "Peraturan Kepala BKN 22/2007 dan 43/2007", "confidence": "terverifikasi"},
        {"title": "UU 5/2014 tentang ASN (PPPK di samping PNS)", "confidence": "ingatan"},
    ],
)
def nip(masukan: NipInput, p: Parameters) -> Outcome:
    """Bagian-bagian NIP atau NI PPPK, atau semua kesalahannya.

    Tanpa kesalahan: jenis (pns atau pppk), tanggal lahir, TMT (bulan untuk PNS, tahun untuk PPPK), jenis
    kelamin, dan nomor urut. Angka pemeriksa tidak ada: susunan yang benar belum tentu milik orangnya.
    """
    text = without_spaces(masukan.nip)
    layout = p[SUSUNAN_NI_PPPK if _is_pppk(text, p) else SUSUNAN_NIP]
    parts = cut(text, layout)
    if parts is None:
        return _faulty([length_fault("NIP", text, layout)])
    faults = [*letter_faults("NIP", text), *_faults(numeric(parts), p)]
    return _faulty(faults) if faults else _parts_told(parts, p)


def _is_pppk(text: str, p: Parameters) -> bool:
    """A PPPK number has its own code where a PNS number has the tens of the month, 0 or 1."""
    parts = cut(text, p[SUSUNAN_NI_PPPK])
    return parts is not None and parts["pengangkatan"].startswith(p["identitas/kode_pppk"])


def _faulty(faults: list[str]) -> Outcome:
    return Outcome(None, kesalahan=faults, ditulis=None)


def _parts_told(parts: Parts, p: Parameters) -> Outcome:
    tmt = _tmt(parts)
    value = {
        "jenis": "pppk" if "pengangkatan" in parts else "pns",
        "tanggal_lahir": day(parts["tanggal_lahir"]),
        "tmt": tmt and tmt.written,
        "jenis_kelamin": p["identitas/jenis_kelamin_nip"][parts["jenis_kelamin"]],
        "urut": parts["urut"],
    }
    return Outcome(value, kesalahan=[], ditulis=" ".join(parts.values()))


def _faults(parts: Parts, p: Parameters) -> Iterator[str]:
    yield from _birth_faults(parts, p)
    yield from _tmt_faults(parts, p)
    yield from _sex_faults(parts, p)
    yield from sequence_faults(parts)


def _birth_faults(parts: Parts, p: Parameters) -> Iterator[str]:
    written = parts.get("tanggal_lahir")
    birth = _birth(parts)
    if written and birth is None:
        yield f"Tanggal lahir {written} tidak ada di kalender (susunannya TTTTBBHH)."
    if birth and birth > p.on:
        yield f"Tanggal lahir {birth.isoformat()} sesudah {p.on.isoformat()}."


def _tmt_faults(parts: Parts, p: Parameters) -> Iterator[str]:
    tmt = _tmt(parts)
    if tmt:
        yield from _tmt_out_of_time(tmt, _birth(parts), p)
    elif "tmt" in parts:
        yield f"TMT {parts['tmt']} tidak ada di kalender: bulannya 01 sampai dengan 12."
    if parts.get("pengangkatan", "").endswith("0"):
        yield "Kali pengangkatan PPPK tidak mungkin 0; mulai dari 1."


def _tmt_out_of_time(tmt: Tmt, birth: date | None, p: Parameters) -> Iterator[str]:
    latest = add_months(p.on, _whole(p, "identitas/kelonggaran_tmt"))
    if tmt.first > latest:
        yield f"TMT {tmt.written} lebih lambat daripada {latest.isoformat()}."
    age = _whole(p, "identitas/usia_pengangkatan")
    if birth and birth <= p.on and tmt.last < add_months(birth, age * MONTHS_IN_YEAR):
        yield f"TMT {tmt.written} sebelum usia {age} tahun (lahir {birth.isoformat()})."


def _sex_faults(parts: Parts, p: Parameters) -> Iterator[str]:
    codes = p["identitas/jenis_kelamin_nip"]
    digit = parts.get("jenis_kelamin")
    if digit and digit not in codes:
        meanings = ", ".join(f"{code} untuk {meaning}" for code, meaning in codes.items())
        yield f"Angka jenis kelamin {digit} tidak dikenal; {meanings}."


def _birth(parts: Parts) -> date | None:
    return day(parts.get("tanggal_lahir", ""))


def _tmt(parts: Parts) -> Tmt | None:
    written = parts.get("tmt", "")
    if "pengangkatan" in parts:
        first = day(f"{written}0101")
        return Tmt(written, first, date.max.replace(year=first.year)) if first else None
    first = day(f"{written}01")
    return Tmt(first.isoformat().removesuffix("-01"), first, first) if first else None


def _whole(p: Parameters, path: str) -> int:
    return whole_number(path, p[path])
