"""What follows a weak predikat: PP 30/2019 Pasal 56–58."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from abdi.rules.arithmetic import add_months
from abdi.rules.formulas.kinerja import Predikat
from abdi.rules.reading import Parameters
from abdi.rules.registry import Outcome, rule


class JenisJabatan(StrEnum):
    """Pelaksana is a jabatan administrasi; it is named apart because screens do."""

    JPT = "jpt"
    ADMINISTRASI = "administrasi"
    FUNGSIONAL = "fungsional"
    PELAKSANA = "pelaksana"


@dataclass(frozen=True, slots=True)
class TindakLanjutInput:
    """``mulai``, when known, is the first day of the time to improve; with it the steps carry dates."""

    jenis_jabatan: JenisJabatan
    predikat: Predikat
    mulai: date | None = None


@rule(
    "tindak_lanjut_kinerja",
    berlaku_sejak="2021-04-29",  # PP 30/2019 Ps 64(2): carried out two years after promulgation
    dasar=[
        {"title": "PP 30/2019 Pasal 56, 57, dan 58", "confidence": "primer"},
    ],
)
def tindak_lanjut_kinerja(masukan: TindakLanjutInput, p: Parameters) -> Outcome:
    """Langkah yang wajib mengikuti predikat kinerja yang belum memenuhi target, beserta batas waktunya."""
    if masukan.predikat not in p["tindak_lanjut/pemicu"][masukan.jenis_jabatan]:
        return Outcome("tidak_ada", langkah=[])
    langkah = p["tindak_lanjut/langkah"][masukan.jenis_jabatan]
    return Outcome(
        f"perbaikan_{langkah[0]['bulan']}_bulan",
        langkah=[_langkah(urutan, isi, masukan.mulai) for urutan, isi in enumerate(langkah, start=1)],
        catatan="Keputusan ada pada pejabat yang berwenang; aturan ini hanya menunjukkan jalurnya.",
    )


def _langkah(urutan: int, isi: Mapping[str, Any], mulai: date | None) -> dict[str, object]:
    bulan: int | None = isi.get("bulan")
    # Only the time to improve runs from a day that is known in advance.
    batas = add_months(mulai, bulan) if mulai and bulan and urutan == 1 else None
    return {
        "urutan": urutan,
        "uraian": isi["uraian"],
        "dasar": isi["dasar"],
        "paling_lama_bulan": bulan,
        "paling_lambat": batas,
    }
