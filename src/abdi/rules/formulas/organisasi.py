"""Capaian kinerja organisasi: what comes first, and what it says about whoever leads it."""

from dataclasses import dataclass

from abdi.rules.formulas.kinerja import PredikatOrganisasi, Rating
from abdi.rules.inputs import choice
from abdi.rules.reading import Parameters
from abdi.rules.registry import Outcome, rule

SURAT_EDARAN = {
    "title": "SE MenPANRB 3/2023 tentang Tata Cara Penetapan Predikat Kinerja Pegawai ASN",
    "href": "https://ainamulyana.com/2023/02/edaran-menpan-nomor-3-tahun-2023.html",
    "confidence": "terverifikasi",
}


@dataclass(frozen=True, slots=True)
class UrutanInput:
    """Whether the predikat of the organisation stands for the period."""

    ditetapkan: bool


@rule(
    "organisasi_dahulu",
    berlaku_sejak="2022-02-03",
    dasar=[{"title": "PermenPANRB 6/2022 Pasal 24 dan 25", "confidence": "terverifikasi"}, SURAT_EDARAN],
)
def organisasi_dahulu(masukan: UrutanInput, p: Parameters) -> Outcome:
    """Predikat pegawai menunggu predikat capaian kinerja organisasinya."""
    return Outcome("boleh" if masukan.ditetapkan or not p["kinerja/organisasi_dahulu"] else "tunggu")


@dataclass(frozen=True, slots=True)
class PimpinanInput:
    """The predikat of the organisation this person leads."""

    organisasi: PredikatOrganisasi


@rule(
    "rating_pimpinan_unit",
    berlaku_sejak="2023-02-01",
    dasar=[SURAT_EDARAN],
)
def rating_pimpinan_unit(masukan: PimpinanInput, p: Parameters) -> Outcome:
    """Rating hasil kerja yang disarankan bagi pimpinan unit, dari capaian organisasi yang dipimpinnya."""
    padanan = p["kinerja/rating_pimpinan_unit"]
    rating = choice("kinerja/rating_pimpinan_unit", padanan[masukan.organisasi], Rating)
    return Outcome(rating, label=rating.label)
