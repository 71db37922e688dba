"""Perilaku kerja: the behaviour values every SKP carries."""

from dataclasses import dataclass

from abdi.rules.reading import Parameters
from abdi.rules.registry import Outcome, rule


@dataclass(frozen=True, slots=True)
class PerilakuInput:
    """The values are the same for everybody."""


@rule(
    "perilaku_kerja",
    berlaku_sejak="2022-02-03",
    dasar=[
        {
            "title": "PermenPANRB 6/2022, formulir SKP; SE MenPANRB 20/2021 (BerAKHLAK)",
            "confidence": "terverifikasi",
        }
    ],
)
def perilaku_kerja(_masukan: PerilakuInput, p: Parameters) -> Outcome:
    """Nilai dasar perilaku kerja pada SKP, berurutan, dengan panduan perilakunya."""
    return Outcome([{"kode": kode, **isi} for kode, isi in p["perilaku/berakhlak"].items()])
