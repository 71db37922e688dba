"""What others say about behaviour: the closed survey, and how far it weighs."""

from dataclasses import dataclass
from fractions import Fraction

from abdi.rules.arithmetic import fixed, round_half_up
from abdi.rules.errors import RuleInputError
from abdi.rules.reading import Parameters
from abdi.rules.registry import Outcome, rule


@dataclass(frozen=True, slots=True)
class SurveiInput:
    """The survey is the same for everybody."""


@dataclass(frozen=True, slots=True)
class OpiniInput:
    """Two scores on the scale of the survey."""

    pejabat_penilai: Fraction
    rekan_dan_bawahan: Fraction


@rule(
    "survei_perilaku",
    berlaku_sejak="2019-04-29",
    dasar=[{"title": "PP 30/2019 Pasal 39 dan 40", "confidence": "primer"}],
)
def survei_perilaku(_masukan: SurveiInput, p: Parameters) -> Outcome:
    """Skala survei tertutup dan jumlah penanggap sebelum hasilnya boleh dibaca."""
    return Outcome(
        {
            "skala": p["perilaku/skala_survei"],
            "penanggap_minimal": p["perilaku/penanggap_minimal"],
        }
    )


@rule(
    "opini_perilaku",
    berlaku_sejak="2019-04-29",
    dasar=[{"title": "PP 30/2019 Pasal 39", "confidence": "primer"}],
)
def opini_perilaku(masukan: OpiniInput, p: Parameters) -> Outcome:
    """Nilai perilaku yang disarankan: pejabat penilai bersama rekan setingkat dan bawahan langsung."""
    skala = [satu["nilai"] for satu in p["perilaku/skala_survei"]]
    for nama in ("pejabat_penilai", "rekan_dan_bawahan"):
        if not min(skala) <= getattr(masukan, nama) <= max(skala):
            raise RuleInputError(f"Nilai '{nama}' harus antara {min(skala)} dan {max(skala)}.", field=nama)
    bobot = p["perilaku/bobot_opini"]["pejabat_penilai"]
    nilai = (masukan.pejabat_penilai * bobot + masukan.rekan_dan_bawahan * (100 - bobot)) / 100
    return Outcome(
        fixed(round_half_up(nilai)),
        bobot={"pejabat_penilai": bobot, "rekan_dan_bawahan": 100 - bobot},
    )
