"""Angka kredit of a jabatan fungsional: the predikat converted (PermenPANRB 1/2023, Peraturan BKN 3/2023)."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from abdi.rules.arithmetic import MONTHS_IN_YEAR, exact, fixed
from abdi.rules.errors import RuleInputError
from abdi.rules.formulas.kinerja import Predikat
from abdi.rules.reading import Parameters
from abdi.rules.registry import Outcome, rule


class Jenjang(StrEnum):
    """Levels of jabatan fungsional, keterampilan then keahlian, lowest first."""

    PEMULA = "pemula"
    TERAMPIL = "terampil"
    MAHIR = "mahir"
    PENYELIA = "penyelia"
    AHLI_PERTAMA = "ahli_pertama"
    AHLI_MUDA = "ahli_muda"
    AHLI_MADYA = "ahli_madya"
    AHLI_UTAMA = "ahli_utama"


@dataclass(frozen=True, slots=True)
class AngkaKreditInput:
    """``bulan``: months worked at this level with this predikat, within one year."""

    jenjang: Jenjang
    predikat: Predikat
    bulan: int = MONTHS_IN_YEAR


@rule(
    "angka_kredit",
    berlaku_sejak="2023-01-01",
    dasar=[
        {
            "title": "PermenPANRB 1/2023 Pasal 36 (dipakai untuk kinerja sejak Januari 2023)",
            "confidence": "terverifikasi",
        },
        {
            "title": "Peraturan BKN 3/2023 Pasal 12 dan 13",
            "href": "https://pasal.id/peraturan/perban/peraturan-bkn-no-3-tahun-2023/koreksi/7990891",
            "confidence": "terverifikasi",
        },
    ],
)
def angka_kredit(masukan: AngkaKreditInput, p: Parameters) -> Outcome:
    """Konversi predikat kinerja ke angka kredit: persentase predikat x koefisien jenjang x bulan / 12."""
    if not 1 <= masukan.bulan <= MONTHS_IN_YEAR:
        raise RuleInputError(f"'bulan' harus antara 1 dan {MONTHS_IN_YEAR}.", field="bulan")
    persentase = p["angka_kredit/persentase_predikat"][masukan.predikat]
    koefisien = Fraction(p["angka_kredit/koefisien"][masukan.jenjang])
    nilai = koefisien * Fraction(persentase, 100) * Fraction(masukan.bulan, MONTHS_IN_YEAR)
    ambang = p["angka_kredit/ambang"][masukan.jenjang]
    return Outcome(
        exact(nilai),
        ak_2_desimal=fixed(nilai),
        persentase=persentase,
        koefisien=koefisien,
        kategori=ambang["kategori"],
        kenaikan_pangkat=ambang["pangkat"],
        kenaikan_jenjang=ambang["jenjang"],
    )
