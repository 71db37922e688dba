"""Capaian of one IKI: realisation against target, capped by PP 30/2019 Pasal 29."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from abdi.rules.arithmetic import exact, fixed
from abdi.rules.errors import RuleInputError
from abdi.rules.inputs import number
from abdi.rules.reading import Parameters
from abdi.rules.registry import Outcome, rule


class Arah(StrEnum):
    """Which way is better: more, less, or inside a range (and above it)."""

    NAIK = "naik"
    TURUN = "turun"
    RENTANG = "rentang"


@dataclass(frozen=True, slots=True)
class CapaianInput:
    """``target`` is one number above zero, or ``[lower, upper]``; ``realisasi`` is in the same unit."""

    arah: Arah
    target: object
    realisasi: Fraction


@rule(
    "capaian_iki",
    berlaku_sejak="2021-04-29",  # PP 30/2019 Ps 64(2): carried out two years after promulgation
    dasar=[
        {"title": "PP 30/2019 Pasal 29 ayat (5) dan (6)", "confidence": "primer"},
        {
            "title": "PermenPANRB 8/2021, lampiran, cara menghitung capaian target",
            "confidence": "satu_sumber",
        },
    ],
)
def capaian_iki(masukan: CapaianInput, p: Parameters) -> Outcome:
    """Persentase capaian satu indikator kinerja individu, antara nol dan batas atas PP 30/2019."""
    batas_bawah, batas_atas = _rentang(masukan)
    acuan = _acuan(masukan.realisasi, batas_bawah, batas_atas)
    rasio = masukan.realisasi / acuan
    if masukan.arah is Arah.TURUN:
        rasio = 1 + (1 - rasio)
    mentah = rasio * 100
    capaian = min(max(mentah, Fraction(0)), Fraction(p["kinerja/capaian_maksimal"]))
    return Outcome(
        fixed(capaian),
        capaian_sebelum_dibatasi=fixed(mentah),
        dibatasi=capaian != mentah,
        acuan=exact(acuan),
        rumus=RUMUS[masukan.arah],
    )


RUMUS = {
    Arah.NAIK: "realisasi ÷ acuan",
    Arah.TURUN: "1 + (1 - realisasi ÷ acuan)",
    Arah.RENTANG: "realisasi ÷ batas rentang terdekat; di dalam rentang tercapai penuh",
}


def _rentang(masukan: CapaianInput) -> tuple[Fraction, Fraction]:
    """The target as a range; a single number is a range of no width."""
    if isinstance(masukan.target, list | tuple):
        return _sah([number("target", batas) for batas in masukan.target])
    if masukan.arah is Arah.RENTANG:
        raise RuleInputError("Target berarah rentang harus berupa [batas bawah, batas atas].", field="target")
    target = number("target", masukan.target)
    return _sah([target, target])


def _sah(angka: list[Fraction]) -> tuple[Fraction, Fraction]:
    try:
        bawah, atas = angka
    except ValueError:
        raise RuleInputError(
            "Target rentang harus berisi tepat batas bawah dan batas atas.", field="target"
        ) from None
    if bawah <= 0:
        raise RuleInputError(
            "Target nol atau kurang tidak dapat dibandingkan dengan realisasi; tulis target di atas nol "
            "atau nyatakan indikatornya dengan ukuran lain.",
            field="target",
        )
    if bawah > atas:
        raise RuleInputError("Batas bawah target melebihi batas atasnya.", field="target")
    return bawah, atas


def _acuan(realisasi: Fraction, bawah: Fraction, atas: Fraction) -> Fraction:
    """What realisation is held against: the nearest bound, or itself when it lies inside the range."""
    return min(max(realisasi, bawah), atas)
