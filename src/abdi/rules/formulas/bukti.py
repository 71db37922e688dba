"""What the evidence alone would say about the results: a mirror for the leader, never his decision."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from abdi.rules.errors import RuleInputError
from abdi.rules.formulas.kinerja import Rating
from abdi.rules.inputs import choice, number
from abdi.rules.reading import Parameters
from abdi.rules.registry import Outcome, rule


class Bacaan(StrEnum):
    """One target against the interval of its value; unsure and missing ones say nothing."""

    MEMENUHI = "memenuhi"
    TIDAK_MEMENUHI = "tidak_memenuhi"
    BELUM = "belum"


@dataclass(frozen=True, slots=True)
class BuktiInput:
    """Every indicator with a number for its target: {utama: bool, bacaan: code, capaian: percent or nothing}."""

    indikator: object


@dataclass(frozen=True, slots=True)
class Butir:
    utama: bool
    bacaan: Bacaan
    capaian: Fraction | None


@rule(
    "rating_menurut_bukti",
    berlaku_sejak="2022-02-03",
    dasar=[
        {
            "title": "PermenPANRB 6/2022: rating hasil kerja ditetapkan pejabat penilai dengan melihat "
            "realisasi, bukti dukung, dan umpan balik",
            "confidence": "ingatan",
        },
        {
            "title": "UU 27/2022 Pasal 10: keputusan tidak semata-mata berdasar pemrosesan otomatis",
            "confidence": "primer",
        },
    ],
)
def rating_menurut_bukti(masukan: BuktiInput, p: Parameters) -> Outcome:
    """Rating hasil kerja yang terbaca dari realisasi terhadap target; pejabat penilai boleh menilai lain."""
    batas: Mapping[str, Fraction] = p["kinerja/saran_rating"]
    semua = _butir(masukan.indikator)
    terbaca = [butir for butir in semua if butir.bacaan is not Bacaan.BELUM]
    di_atas = [butir for butir in terbaca if _di_atas(butir, batas["capaian_di_atas"])]
    di_bawah = [butir for butir in terbaca if butir.bacaan is Bacaan.TIDAK_MEMENUHI]
    details = {
        "indikator": len(semua),
        "terbaca": len(terbaca),
        "di_atas": len(di_atas),
        "di_bawah": len(di_bawah),
    }
    if not terbaca or _persen(terbaca, semua) <= batas["bagian_terbaca"]:
        return Outcome(None, **details)
    if _persen(di_bawah, terbaca) > batas["bagian_di_bawah"]:
        return Outcome(Rating.DI_BAWAH, **details)
    luput = any(butir.utama for butir in di_bawah)
    lampaui = _persen(di_atas, terbaca) > batas["bagian_di_atas"]
    return Outcome(Rating.DI_ATAS if lampaui and not luput else Rating.SESUAI, **details)


def _butir(raw: object) -> list[Butir]:
    if not isinstance(raw, Sequence) or not all(isinstance(one, Mapping) for one in raw):
        raise RuleInputError("'indikator' harus berisi daftar indikator dengan bacaannya.", field="indikator")
    return [
        Butir(
            bool(one.get("utama")),
            choice("bacaan", one.get("bacaan"), Bacaan),
            None if one.get("capaian") is None else number("capaian", one["capaian"]),
        )
        for one in raw
    ]


def _di_atas(butir: Butir, batas: Fraction) -> bool:
    return butir.bacaan is Bacaan.MEMENUHI and butir.capaian is not None and butir.capaian > batas


def _persen(bagian: list[Butir], semua: list[Butir]) -> Fraction:
    return Fraction(len(bagian) * 100, len(semua))
