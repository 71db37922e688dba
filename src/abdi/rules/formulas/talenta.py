"""The nine boxes of manajemen talenta: performance against potential."""

from dataclasses import dataclass
from enum import StrEnum

from abdi.rules.formulas.kinerja import Rating
from abdi.rules.reading import Parameters
from abdi.rules.registry import Outcome, rule


class Potensi(StrEnum):
    """Tingkatan potensial, best first."""

    TINGGI = "tinggi"
    MENENGAH = "menengah"
    RENDAH = "rendah"


@dataclass(frozen=True, slots=True)
class TalentaInput:
    """``kinerja`` is the employee's place in the ranking, ``potensi`` the outcome of the assessment."""

    kinerja: Rating
    potensi: Potensi


@rule(
    "talenta_9_kotak",
    berlaku_sejak="2020-01-16",
    dasar=[
        {"title": "PermenPANRB 3/2020 tentang Manajemen Talenta ASN", "confidence": "satu_sumber"},
        {
            "title": "PermenPANRB 20/2025 (perubahan atas PermenPANRB 3/2020) Pasal 17",
            "href": "https://pasal.id/en/peraturan/permen/permenpanrb-no-20-tahun-2025/koreksi/9419400",
            "confidence": "satu_sumber",
        },
    ],
)
def talenta_9_kotak(masukan: TalentaInput, p: Parameters) -> Outcome:
    """Kotak manajemen talenta (1-9) menurut pemeringkatan kinerja dan tingkatan potensial."""
    kotak = p["talenta/kotak"][masukan.kinerja][masukan.potensi]
    return Outcome(
        kotak,
        kelompok_rencana_suksesi=kotak in p["talenta/kelompok_rencana_suksesi"],
        rekomendasi=p["talenta/rekomendasi"][kotak],
    )
