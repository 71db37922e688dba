"""What an SKP must contain: PP 30/2019 Pasal 10 and 13–16, and the columns of the form of PermenPANRB 6/2022."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from abdi.rules.errors import RuleInputError
from abdi.rules.reading import Parameters
from abdi.rules.registry import Outcome, rule

Lacking = dict[str, object]


class Pendekatan(StrEnum):
    """Of the two forms of PermenPANRB 6/2022 the qualitative one has neither aspek nor target columns."""

    KUANTITATIF = "kuantitatif"
    KUALITATIF = "kualitatif"


@dataclass(frozen=True, slots=True)
class KelengkapanInput:
    """``rhk``: for each RHK its indicators, each ``{"aspek": code, "perspektif": code}`` (empty: not chosen).

    ``pimpinan``: the SKP of a JPT or of the head of a unit.
    """

    pendekatan: Pendekatan
    pimpinan: bool
    rhk: Sequence[Sequence[Mapping[str, str]]]

    def __post_init__(self) -> None:
        if not all(isinstance(iki, Mapping) for indikator in self.rhk for iki in indikator):
            raise RuleInputError("'rhk' harus berupa daftar indikator tiap RHK.", field="rhk")


@rule(
    "kelengkapan_skp",
    berlaku_sejak="2021-04-29",  # PP 30/2019 Ps 64(2): carried out two years after promulgation
    dasar=[
        {"title": "PP 30/2019 Pasal 10 ayat (3) dan Pasal 13 sampai dengan 16", "confidence": "primer"},
        {"title": "PermenPANRB 6/2022, formulir SKP", "confidence": "terverifikasi"},
    ],
)
def kelengkapan_skp(masukan: KelengkapanInput, p: Parameters) -> Outcome:
    """Apa yang belum ada pada SKP: aspek kuantitas, perspektif, indikator anggaran."""
    kurang = [*_pimpinan(masukan, p)] if masukan.pimpinan else [*_pegawai(masukan, p)]
    return Outcome("belum_lengkap" if kurang else "lengkap", kurang=kurang)


def _pegawai(masukan: KelengkapanInput, p: Parameters) -> Iterator[Lacking]:
    if masukan.pendekatan is Pendekatan.KUALITATIF:
        return
    wajib = p["perencanaan/kuantitas_wajib"]
    for urutan, indikator in enumerate(masukan.rhk):
        if indikator and "kuantitas" not in {iki["aspek"] for iki in indikator}:
            yield {"kode": "aspek_kuantitas", "rhk": urutan, "wajib": wajib}


def _pimpinan(masukan: KelengkapanInput, p: Parameters) -> Iterator[Lacking]:
    if masukan.pendekatan is Pendekatan.KUANTITATIF:
        for urutan, indikator in enumerate(masukan.rhk):
            if not all(iki["perspektif"] for iki in indikator):
                yield {"kode": "perspektif", "rhk": urutan, "wajib": True}
    dipakai = {iki["perspektif"] for indikator in masukan.rhk for iki in indikator}
    if "anggaran" not in dipakai:
        yield {"kode": "indikator_anggaran", "rhk": None, "wajib": p["perencanaan/anggaran_wajib"]}
