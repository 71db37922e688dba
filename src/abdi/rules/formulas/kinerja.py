"""Predikat kinerja pegawai: the quadrant of PermenPANRB 6/2022."""

from dataclasses import dataclass
from enum import StrEnum

from abdi.rules.reading import Parameters
from abdi.rules.registry import Outcome, rule


class Rating(StrEnum):
    """Rating hasil kerja or perilaku kerja, best first."""

    DI_ATAS = "di_atas"
    SESUAI = "sesuai"
    DI_BAWAH = "di_bawah"

    @property
    def label(self) -> str:
        return f"{self.replace('_', ' ').capitalize()} ekspektasi"


class Predikat(StrEnum):
    """Predikat kinerja pegawai, best first."""

    SANGAT_BAIK = "sangat_baik"
    BAIK = "baik"
    BUTUH_PERBAIKAN = "butuh_perbaikan"
    KURANG = "kurang"
    SANGAT_KURANG = "sangat_kurang"

    @classmethod
    def _missing_(cls, value: object) -> "Predikat | None":
        # PP 30/2019 writes Cukup where PermenPANRB 6/2022 writes Butuh Perbaikan: one class, two names.
        return cls.BUTUH_PERBAIKAN if value == "cukup" else None

    @property
    def label(self) -> str:
        return "Kurang/misconduct" if self is Predikat.KURANG else self.replace("_", " ").title()


class PredikatOrganisasi(StrEnum):
    """Predikat capaian kinerja organisasi, best first."""

    ISTIMEWA = "istimewa"
    BAIK = "baik"
    BUTUH_PERBAIKAN = "butuh_perbaikan"
    KURANG = "kurang"
    SANGAT_KURANG = "sangat_kurang"

    @property
    def label(self) -> str:
        return self.replace("_", " ").title()


RATING = tuple(Rating)
PREDIKAT = tuple(Predikat)


@dataclass(frozen=True, slots=True)
class PredikatInput:
    """The two ratings the pejabat penilai has given."""

    hasil: Rating
    perilaku: Rating


@rule(
    "predikat_kinerja",
    berlaku_sejak="2022-02-03",
    dasar=[
        {
            "title": "PermenPANRB 6/2022 tentang Pengelolaan Kinerja Pegawai ASN, kuadran kinerja pegawai",
            "href": "https://jdih.maritim.go.id/index.php/en/pengelolaan-kinerja-pegawai-aparatur-sipil-negara",
            "confidence": "terverifikasi",
        }
    ],
)
def predikat_kinerja(masukan: PredikatInput, p: Parameters) -> Outcome:
    """Predikat kinerja pegawai dari rating hasil kerja dan rating perilaku kerja."""
    predikat = Predikat(p["kinerja/matriks_predikat"][masukan.hasil][masukan.perilaku])
    return Outcome(
        predikat,
        label=predikat.label,
        kuadran=f"Hasil kerja {_words(masukan.hasil)}, perilaku kerja {_words(masukan.perilaku)}",
    )


def _words(rating: Rating) -> str:
    return rating.label.lower()
