"""Pola distribusi predikat: advice to the leader, never a gate (SE MenPANRB 3/2023)."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from abdi.rules.arithmetic import fixed, round_half_up
from abdi.rules.errors import RuleInputError
from abdi.rules.formulas.kinerja import PREDIKAT, Predikat, PredikatOrganisasi
from abdi.rules.inputs import choice, whole_number
from abdi.rules.reading import Parameters
from abdi.rules.registry import Outcome, rule


@dataclass(frozen=True, slots=True)
class DistribusiInput:
    """Predikat of the organisation and how many employees hold each predikat (absent means none)."""

    organisasi: PredikatOrganisasi
    jumlah: object


@dataclass(frozen=True, slots=True)
class Sebaran:
    """The counts, and the share of a group of predikat as a two-decimal percentage."""

    jumlah: Mapping[Predikat, int]

    @property
    def total(self) -> int:
        return sum(self.jumlah.values())

    def orang(self, kelompok: list[Predikat]) -> int:
        return sum(self.jumlah[predikat] for predikat in kelompok)

    def persen(self, kelompok: list[Predikat]) -> Fraction:
        return round_half_up(Fraction(self.orang(kelompok) * 100, self.total))


@rule(
    "distribusi_predikat",
    berlaku_sejak="2023-02-01",
    dasar=[
        {
            "title": "SE MenPANRB 3/2023 tentang Tata Cara Penetapan Predikat Kinerja Pegawai ASN",
            "href": "https://ainamulyana.com/2023/02/edaran-menpan-nomor-3-tahun-2023.html",
            "confidence": "terverifikasi",
        },
        {"title": "PermenPANRB 6/2022 Pasal 24 dan 25", "confidence": "terverifikasi"},
    ],
)
def distribusi_predikat(masukan: DistribusiInput, p: Parameters) -> Outcome:
    """Kesesuaian sebaran predikat pegawai dengan pola menurut predikat organisasi; hanya pertimbangan."""
    sebaran = Sebaran(_jumlah(masukan.jumlah))
    if not sebaran.total:
        raise RuleInputError("Belum ada pegawai yang berpredikat, jadi sebarannya tidak ada.", field="jumlah")
    tim_kecil = sebaran.total < p["kinerja/tim_kecil"]
    syarat = p["kinerja/pola_distribusi"][masukan.organisasi]
    catatan = (
        [_terlalu_kecil(sebaran)] if tim_kecil else list(_pelanggaran(syarat, sebaran, masukan.organisasi))
    )
    return Outcome(
        "perlu_perhatian" if catatan and not tim_kecil else "sesuai",
        catatan=catatan,
        persentase={predikat: fixed(sebaran.persen([predikat])) for predikat in PREDIKAT},
        jumlah=sebaran.jumlah,
        total=sebaran.total,
        tim_kecil=tim_kecil,
    )


def _jumlah(raw: object) -> Mapping[Predikat, int]:
    if not isinstance(raw, Mapping):
        raise RuleInputError("'jumlah' harus berisi jumlah pegawai untuk setiap predikat.", field="jumlah")
    jumlah = dict.fromkeys(PREDIKAT, 0)
    for kode, orang in raw.items():
        jumlah[choice("jumlah", kode, Predikat)] += whole_number(f"jumlah.{kode}", orang)
    return jumlah


def _terlalu_kecil(sebaran: Sebaran) -> str:
    return (
        f"Tim hanya {sebaran.total} orang: batas persentase tidak mungkin dipenuhi, "
        "jadi pola distribusi tidak diterapkan dan hanya menjadi pertimbangan."
    )


def _pelanggaran(
    semua_syarat: tuple[Mapping[str, Any], ...], sebaran: Sebaran, organisasi: PredikatOrganisasi
) -> Iterator[str]:
    for syarat in semua_syarat:
        kelompok = [Predikat(kode) for kode in syarat["predikat"]]
        nama = " dan/atau ".join(predikat.label for predikat in kelompok)
        for jenis in syarat.keys() & SYARAT.keys():
            dipenuhi, kalimat = SYARAT[jenis]
            if not dipenuhi(sebaran, kelompok, syarat[jenis]):
                persen = fixed(sebaran.persen(kelompok)).replace(".", ",")
                yield kalimat.format(
                    nama=nama, persen=persen, batas=syarat[jenis], organisasi=organisasi.label
                )


def _tidak_melebihi(sebaran: Sebaran, kelompok: list[Predikat], batas: int) -> bool:
    return sebaran.persen(kelompok) <= batas


def _mencapai(sebaran: Sebaran, kelompok: list[Predikat], batas: int) -> bool:
    return sebaran.persen(kelompok) >= batas


def _ada_orangnya(sebaran: Sebaran, kelompok: list[Predikat], batas: int) -> bool:
    return sebaran.orang(kelompok) >= batas


def _terbanyak(sebaran: Sebaran, kelompok: list[Predikat], _batas: int) -> bool:
    return sebaran.orang(kelompok) == max(sebaran.jumlah.values())


SYARAT: Mapping[str, tuple[Callable[[Sebaran, list[Predikat], int], bool], str]] = {
    "terbanyak": (
        _terbanyak,
        "Organisasi berpredikat {organisasi}: kelompok terbanyak semestinya {nama}, di sini {persen} %.",
    ),
    "maksimal_persen": (
        _tidak_melebihi,
        "Organisasi berpredikat {organisasi}: {nama} paling banyak {batas} %, di sini {persen} %.",
    ),
    "minimal_persen": (
        _mencapai,
        "Organisasi berpredikat {organisasi}: {nama} paling sedikit {batas} %, di sini {persen} %.",
    ),
    "minimal_orang": (
        _ada_orangnya,
        "Organisasi berpredikat {organisasi}: semestinya ada pegawai berpredikat {nama}.",
    ),
}
