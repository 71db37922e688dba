"""Absence without a valid reason: level and kind of disciplinary punishment."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from abdi.rules.errors import RuleInputError
from abdi.rules.reading import Parameters
from abdi.rules.registry import Outcome, rule


@dataclass(frozen=True, slots=True)
class KetidakhadiranInput:
    """Working days absent without a valid reason: in the whole year, and the longest unbroken run of them."""

    hari: int
    berturut: int = 0

    def __post_init__(self) -> None:
        if self.berturut > self.hari:
            raise RuleInputError(
                f"Hari berturut-turut ({self.berturut}) melebihi jumlah hari setahun ({self.hari}).",
                field="berturut",
            )


@rule(
    "disiplin_ketidakhadiran",
    berlaku_sejak="2010-06-06",
    dasar=[
        {
            "title": "PP 53/2010 Pasal 8 angka 9, Pasal 9 angka 11, Pasal 10 angka 9, dan Pasal 14",
            "confidence": "primer",
        }
    ],
)
def ketidakhadiran_pp53(masukan: KetidakhadiranInput, p: Parameters) -> Outcome:
    """Tingkat dan jenis hukuman disiplin karena tidak masuk kerja tanpa alasan yang sah (PP 53/2010)."""
    baris = _baris(masukan.hari, p["disiplin/ketidakhadiran"])
    return _hukuman(baris, p, jenis=baris["jenis"], karena="kumulatif")


@rule(
    "disiplin_ketidakhadiran",
    berlaku_sejak="2021-08-31",
    dasar=[
        {
            "title": "PP 94/2021 Pasal 9 ayat (2) huruf b, 10 ayat (2) huruf f, 11 ayat (2) huruf d",
            "confidence": "primer",
        },
        {"title": "PP 94/2021 Pasal 42 dan 45 jo. PP 53/2010 Pasal 7 ayat (3)", "confidence": "primer"},
    ],
)
def ketidakhadiran_pp94(masukan: KetidakhadiranInput, p: Parameters) -> Outcome:
    """Tingkat dan jenis hukuman disiplin karena tidak masuk kerja tanpa alasan yang sah (PP 94/2021)."""
    tabel = p["disiplin/ketidakhadiran"]
    berturut = p["disiplin/berturut"]
    if masukan.berturut >= berturut["hari"]:
        return _hukuman(berturut, p, jenis=berturut["jenis"], karena="berturut_turut")
    baris = _baris(masukan.hari, tabel)
    if baris["tingkat"] != "sedang":
        return _hukuman(baris, p, jenis=baris["jenis"], karena="kumulatif")
    rezim = p["disiplin/rezim_sedang"]
    return _hukuman(
        baris, p, jenis=baris["jenis"][rezim], karena="kumulatif", catatan=[CATATAN_SEDANG[rezim]]
    )


CATATAN_SEDANG = {
    "pp_53_2010": "Selama PP tentang gaji dan tunjangan belum berlaku, jenis hukuman sedang mengikuti "
    "PP 53/2010 Pasal 7 ayat (3) (PP 94/2021 Pasal 42).",
    "pp_94_2021": "Instansi menyatakan PP tentang gaji dan tunjangan sudah berlaku, jadi jenis hukuman "
    "sedang mengikuti PP 94/2021 Pasal 8 ayat (3).",
}
TANPA_HUKUMAN: Mapping[str, Any] = {"tingkat": "tidak_ada", "jenis": None}


def _baris(hari: int, tabel: tuple[Mapping[str, Any], ...]) -> Mapping[str, Any]:
    """The heaviest row reached; the table is in rising order of days."""
    dicapai = [baris for baris in tabel if baris["hari"] <= hari]
    return dicapai[-1] if dicapai else TANPA_HUKUMAN


def _hukuman(
    baris: Mapping[str, Any],
    p: Parameters,
    *,
    jenis: str | None,
    karena: str,
    catatan: list[str] | None = None,
) -> Outcome:
    return Outcome(
        baris["tingkat"],
        jenis=jenis,
        uraian=p["disiplin/sebutan_jenis"][jenis] if jenis else None,
        karena=karena if jenis else None,
        catatan=catatan or [],
    )
