"""Survei Kepuasan Masyarakat: the index, its quality class and the sample it needs."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from abdi.rules.arithmetic import fixed, round_half_up
from abdi.rules.errors import RuleInputError
from abdi.rules.inputs import number
from abdi.rules.reading import Parameters
from abdi.rules.registry import Outcome, rule


@dataclass(frozen=True, slots=True)
class IkmInput:
    """Either ``jawaban`` (a row per respondent: element → answer, ``None`` when skipped) or ``nrr``.

    ``bobot`` is ``tepat`` (1/number of elements) or the printed weight an older report was made with.
    """

    jawaban: object = None
    nrr: object = None
    bobot: str = "tepat"


@dataclass(frozen=True, slots=True)
class Jawaban:
    """What the respondents gave: the mean of each answered element, and how many answered it."""

    nrr: Mapping[str, Fraction]
    n: Mapping[str, int] | None = None
    responden: int | None = None
    tanpa_jawaban: tuple[str, ...] = ()


@rule(
    "ikm",
    berlaku_sejak="2017-05-09",
    dasar=[
        {
            "title": "PermenPANRB 14/2017 tentang Pedoman Penyusunan Survei Kepuasan Masyarakat",
            "confidence": "terverifikasi",
        }
    ],
)
@rule(
    "ikm",
    berlaku_sejak="2004-02-24",
    dasar=[
        {
            "title": "Keputusan MenPAN KEP/25/M.PAN/2/2004, kemudian PermenPANRB 16/2014",
            "confidence": "terverifikasi",
        }
    ],
)
def ikm(masukan: IkmInput, p: Parameters) -> Outcome:
    """Indeks Kepuasan Masyarakat dari jawaban responden atau nilai rata-rata tiap unsur, beserta mutunya."""
    jawaban = _jawaban(masukan, p["skm/skala"])
    bobot = _bobot(masukan.bobot, len(jawaban.nrr), p)
    ni = sum(jawaban.nrr.values(), Fraction(0)) * bobot
    nilai = round_half_up(ni * p["skm/pengali_konversi"])
    kelas = _kelas(nilai, p["skm/mutu"])
    langkah = p["skm/ketelitian"]
    return Outcome(
        fixed(nilai),
        ni=fixed(ni, steps=langkah["ni"]),
        mutu=kelas["mutu"],
        kinerja_unit=kelas["kinerja_unit"],
        nrr={unsur: fixed(nrr, steps=langkah["nrr"]) for unsur, nrr in jawaban.nrr.items()},
        n=jawaban.n,
        responden=jawaban.responden,
        bobot=bobot,
        mutu_unsur=_mutu_unsur(jawaban.nrr, p),
        unsur_terendah=_unsur_dengan(min(jawaban.nrr.values()), jawaban.nrr),
        unsur_tertinggi=_unsur_dengan(max(jawaban.nrr.values()), jawaban.nrr),
        catatan=list(_catatan(jawaban, p)),
    )


def _jawaban(masukan: IkmInput, skala: Mapping[str, int]) -> Jawaban:
    if (masukan.jawaban is None) == (masukan.nrr is None):
        raise RuleInputError(
            "Isi salah satu saja: 'jawaban' per responden atau 'nrr' per unsur.", field="jawaban"
        )
    if masukan.nrr is not None:
        return _dari_nrr(masukan.nrr, skala)
    return _dari_responden(masukan.jawaban, skala)


def _dari_nrr(raw: object, skala: Mapping[str, int]) -> Jawaban:
    if not isinstance(raw, Mapping) or not raw:
        raise RuleInputError("'nrr' harus berisi nilai rata-rata sedikitnya satu unsur.", field="nrr")
    nrr = {str(unsur): number(f"nrr.{unsur}", nilai) for unsur, nilai in raw.items()}
    for unsur, nilai in nrr.items():
        if not skala["minimal"] <= nilai <= skala["maksimal"]:
            raise RuleInputError(
                f"Nilai rata-rata unsur {unsur} di luar skala {_skala(skala)}.", field=f"nrr.{unsur}"
            )
    return Jawaban(nrr)


def _dari_responden(raw: object, skala: Mapping[str, int]) -> Jawaban:
    if not isinstance(raw, list | tuple) or not raw:
        raise RuleInputError("'jawaban' harus berisi sedikitnya satu responden.", field="jawaban")
    jumlah: Counter[str] = Counter()
    n: Counter[str] = Counter()
    for nomor, baris in enumerate(raw, start=1):
        for unsur, nilai in _baris(nomor, baris).items():
            jumlah[unsur] += _nilai(nomor, unsur, nilai, skala)
            n[unsur] += nilai is not None
    terjawab = {unsur: Fraction(jumlah[unsur], banyak) for unsur, banyak in n.items() if banyak}
    if not terjawab:
        raise RuleInputError("Tidak ada satu pun jawaban yang terisi.", field="jawaban")
    return Jawaban(terjawab, n, len(raw), tuple(unsur for unsur in n if unsur not in terjawab))


def _baris(nomor: int, baris: object) -> Mapping[str, object]:
    if isinstance(baris, Mapping):
        return baris
    raise RuleInputError(f"Jawaban responden ke-{nomor} harus berisi unsur dan nilainya.", field="jawaban")


def _nilai(nomor: int, unsur: str, nilai: object, skala: Mapping[str, int]) -> int:
    """The answer itself; a skipped one adds nothing to the sum (and is left out of the count)."""
    if nilai is None:
        return 0
    if type(nilai) is int and skala["minimal"] <= nilai <= skala["maksimal"]:
        return nilai
    raise RuleInputError(
        f"Jawaban responden ke-{nomor} untuk unsur {unsur} bernilai {nilai}, di luar skala {_skala(skala)}.",
        field=f"jawaban.{nomor}.{unsur}",
    )


def _skala(skala: Mapping[str, int]) -> str:
    return f"{skala['minimal']}–{skala['maksimal']}"


def _bobot(cara: str, banyak_unsur: int, p: Parameters) -> Fraction:
    """Equal weights, or the rounded weight of an old report, which fits one number of elements only."""
    if cara == "tepat":
        return Fraction(1, banyak_unsur)
    tercetak = p["skm/bobot_tercetak"]
    if cara not in tercetak:
        raise RuleInputError(
            f"Bobot '{cara}' tidak dikenal; pilih salah satu: tepat, {', '.join(tercetak)}.", field="bobot"
        )
    if tercetak[cara]["unsur"] != banyak_unsur:
        raise RuleInputError(
            f"Bobot {cara} hanya untuk {tercetak[cara]['unsur']} unsur, sedangkan yang terisi "
            f"{banyak_unsur} unsur; pakai bobot 'tepat'.",
            field="bobot",
        )
    return Fraction(tercetak[cara]["bobot"])


def _kelas(nilai: Fraction, kelas: tuple[Mapping[str, Any], ...]) -> Mapping[str, Any]:
    """The class whose floor is reached; rounded weights can fall below the last floor and stay in it."""
    return next((baris for baris in kelas if nilai >= baris["minimal"]), kelas[-1])


def _mutu_unsur(nrr: Mapping[str, Fraction], p: Parameters) -> dict[str, str]:
    pengali, kelas = p["skm/pengali_konversi"], p["skm/mutu"]
    return {unsur: _kelas(round_half_up(nilai * pengali), kelas)["mutu"] for unsur, nilai in nrr.items()}


def _unsur_dengan(nilai: Fraction, nrr: Mapping[str, Fraction]) -> list[str]:
    return [unsur for unsur, rata in nrr.items() if rata == nilai]


def _catatan(jawaban: Jawaban, p: Parameters) -> Iterator[str]:
    for unsur in jawaban.tanpa_jawaban:
        yield f"Unsur {unsur} tidak dijawab seorang pun dan tidak ikut dihitung."
    minimal = p["skm/responden_minimal"]
    if jawaban.responden is not None and jawaban.responden < minimal:
        yield (
            f"Baru {jawaban.responden} responden (kurang dari {minimal}), "
            "jadi indeks ini masih mudah berubah."
        )


@dataclass(frozen=True, slots=True)
class SampelInput:
    """How many people used the service in the survey period."""

    populasi: int


@rule(
    "sampel_skm",
    berlaku_sejak="2017-05-09",
    dasar=[
        {
            "title": "PermenPANRB 14/2017, lampiran, tabel sampel Krejcie dan Morgan",
            "href": "https://ikm.baritotimurkab.go.id/tentang",
            "confidence": "satu_sumber",
        }
    ],
)
def sampel_skm(masukan: SampelInput, p: Parameters) -> Outcome:
    """Jumlah responden minimal untuk populasi pengguna layanan tertentu."""
    if not masukan.populasi:
        raise RuleInputError("Populasi pengguna layanan harus sedikitnya satu orang.", field="populasi")
    tabel = p["skm/krejcie_morgan"]
    keragaman = tabel["khi_kuadrat"] * tabel["proporsi"] * (1 - tabel["proporsi"])
    n = keragaman * masukan.populasi / (_kuadrat(tabel["galat"]) * (masukan.populasi - 1) + keragaman)
    return Outcome(int(round_half_up(n, steps=1)), populasi=masukan.populasi)


def _kuadrat(angka: Fraction) -> Fraction:
    return angka * angka
