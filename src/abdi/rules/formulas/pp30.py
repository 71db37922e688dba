"""The numeric assessment of PP 30/2019: weights, bands, and the new idea that Sangat Baik asks for."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from abdi.rules.arithmetic import fixed, round_half_up
from abdi.rules.errors import RuleInputError
from abdi.rules.reading import Parameters
from abdi.rules.registry import Outcome, rule


@dataclass(frozen=True, slots=True)
class NilaiInput:
    """Scores of 0–120; ``opini_rekan``: peers and subordinates were asked (360°); ``inovasi``: Ps 41(6)."""

    skp: Fraction
    perilaku: Fraction
    opini_rekan: bool = False
    inovasi: bool = False


@rule(
    "nilai_pp30",
    berlaku_sejak="2021-04-29",  # Ps 64(2): carried out two years after promulgation
    dasar=[
        {
            "title": "PP 30/2019 Pasal 41 ayat (2) sampai dengan (6) dan Pasal 64 ayat (2)",
            "href": "https://www.pasal.id/peraturan/pp/pp-no-30-tahun-2019/koreksi/9019721",
            "confidence": "primer",
        }
    ],
)
def nilai_pp30(masukan: NilaiInput, p: Parameters) -> Outcome:
    """Nilai kinerja PNS gabungan SKP dan perilaku kerja, beserta predikatnya."""
    maksimal = p["kinerja/capaian_maksimal"]
    _check_skala("skp", masukan.skp, maksimal)
    _check_skala("perilaku", masukan.perilaku, maksimal)
    bobot = p["pp30/bobot_skp"][_cara(opini_rekan=masukan.opini_rekan)]
    nilai = round_half_up((masukan.skp * bobot + masukan.perilaku * (100 - bobot)) / 100)
    golongan = _golongan(nilai, p["pp30/rentang_predikat"], inovasi=masukan.inovasi)
    return Outcome(
        fixed(nilai),
        predikat=golongan["predikat"],
        label=golongan["label"],
        bobot={"skp": bobot, "perilaku": 100 - bobot},
        catatan=_catatan(masukan, p),
    )


def _cara(*, opini_rekan: bool) -> str:
    return "dengan_opini_rekan" if opini_rekan else "tanpa_opini_rekan"


def _catatan(masukan: NilaiInput, p: Parameters) -> list[str]:
    """An agency late with the 360° survey still gets its figure, and is told so."""
    if masukan.opini_rekan or not p["pp30/opini_rekan_wajib"]:
        return []
    bobot = p["pp30/bobot_skp"][_cara(opini_rekan=True)]
    return [
        "Opini rekan dan bawahan sudah wajib dipakai (PP 30/2019 Pasal 64 ayat (4)), "
        f"sehingga bobot yang semestinya {bobot}:{100 - bobot}."
    ]


def _check_skala(nama: str, nilai: Fraction, maksimal: int) -> None:
    if not 0 <= nilai <= maksimal:
        raise RuleInputError(f"Nilai '{nama}' harus antara 0 dan {maksimal}.", field=nama)


def _golongan(nilai: Fraction, rentang: tuple[Mapping[str, Any], ...], *, inovasi: bool) -> Mapping[str, Any]:
    """The first band, best first, whose floor is reached and whose wish for a new idea is met."""
    return next(
        band for band in rentang if nilai >= band["minimal"] and (inovasi or not band["perlu_inovasi"])
    )
