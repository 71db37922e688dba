"""The two forms that follow a coaching session."""

from dataclasses import dataclass

from abdi.rules.reading import Parameters
from abdi.rules.registry import Outcome, rule


@dataclass(frozen=True, slots=True)
class BimbinganInput:
    """The forms are the same for everybody."""


@rule(
    "formulir_bimbingan",
    berlaku_sejak="2022-02-03",
    dasar=[
        {"title": "PermenPANRB 6/2022, Lampiran formulir B.1.8 dan B.1.9", "confidence": "satu_sumber"},
        {"title": "PP 30/2019 Pasal 30 sampai dengan 34", "confidence": "primer"},
    ],
)
def formulir_bimbingan(_masukan: BimbinganInput, p: Parameters) -> Outcome:
    """Pernyataan formulir B.1.8, kompetensi formulir B.1.9, dan skala keduanya."""
    return Outcome(
        {
            "pernyataan": p["bimbingan/pernyataan_umpan_balik"],
            "kompetensi": p["bimbingan/kompetensi"],
            "skala": p["bimbingan/skala"],
        }
    )
