"""NIK: sixteen digits that tell place of registration, birth, sex and a sequence number.

A NIK is personal data (UU 27/2022 Ps 4): no answer, error text or lineage here repeats it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

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
from abdi.rules.reading import Parameters
from abdi.rules.registry import Outcome, rule

BIRTH = ("hari", "bulan", "tahun")


@dataclass(frozen=True, slots=True)
class NikInput:
    """``nik``: a NIK; spaces are ignored. Kept out of ``repr`` so that no traceback shows it."""

    nik: str = field(repr=False)

    def inputs_shown(self) -> Mapping[str, object]:
        return {"nik": "*" * len(self.nik)}


@rule(
    "nik",
    berlaku_sejak="2006-12-29",
    dasar=[{"title": "UU 23/2006 tentang Administrasi Kependudukan Ps 13", "confidence": "terverifikasi"}],
)
def nik(masukan: NikInput, p: Parameters) -> Outcome:
    """Bagian-bagian NIK, atau semua kesalahannya.

    Wilayah adalah tempat pendaftaran pertama, bukan alamat sekarang. Kode kabupaten/kota dan kecamatan
    tidak dikembalikan: bersama bagian yang lain, NIK utuh akan terbaca kembali.
    """
    text = without_spaces(masukan.nik)
    layout = p["identitas/susunan_nik"]
    parts = cut(text, layout)
    if parts is None:
        return _faulty(text, [length_fault("NIK", text, layout)])
    faults = [*letter_faults("NIK", text), *_faults(numeric(parts), p)]
    return _faulty(text, faults) if faults else _parts_told(text, parts, p)


def _faulty(text: str, faults: list[str]) -> Outcome:
    return Outcome(None, kesalahan=faults, tersamar="*" * len(text))


def _parts_told(text: str, parts: Parts, p: Parameters) -> Outcome:
    birth, sex = _birth(parts, p)
    value = {
        "provinsi": parts["provinsi"],
        "nama_provinsi": p["identitas/kode_provinsi"][parts["provinsi"]],
        "tanggal_lahir": birth,
        "jenis_kelamin": sex,
    }
    return Outcome(value, kesalahan=[], tersamar=parts["urut"].rjust(len(text), "*"))


def _faults(parts: Parts, p: Parameters) -> Iterator[str]:
    if "provinsi" in parts and parts["provinsi"] not in p["identitas/kode_provinsi"]:
        yield f"Kode provinsi {parts['provinsi']} pada awal NIK tidak dikenal."
    if all(name in parts for name in BIRTH) and _birth(parts, p)[0] is None:
        yield "Tanggal lahir di dalam NIK tidak ada di kalender; periksa angka ke-7 sampai dengan ke-12."
    yield from sequence_faults(parts)


def _birth(parts: Parts, p: Parameters) -> tuple[date | None, str]:
    """Day of birth and sex; of the two centuries a two-digit year can mean, the later one not after today."""
    number, added = int(parts["hari"]), p["identitas/tambahan_hari_perempuan"]
    sex = "wanita" if number > added else "pria"
    birthday = number - added if number > added else number
    century = p.on.year // 100
    years = (f"{century:02}{parts['tahun']}", f"{century - 1:02}{parts['tahun']}")
    days = (day(f"{year}{parts['bulan']}{birthday:02}") for year in years)
    return next((found for found in days if found and found <= p.on), None), sex
