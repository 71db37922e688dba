"""Nilai SKP of a year spent in more than one post."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from abdi.rules.arithmetic import fixed, round_half_up
from abdi.rules.errors import RuleInputError
from abdi.rules.inputs import number, whole_number
from abdi.rules.reading import Parameters
from abdi.rules.registry import Outcome, rule


@dataclass(frozen=True, slots=True)
class ProrataInput:
    """``bagian``: one entry a post, with ``hari`` (days it was held) and ``nilai`` (of its SKP)."""

    bagian: object


@rule(
    "skp_prorata",
    berlaku_sejak="2021-04-29",  # Ps 64(2): carried out two years after promulgation
    dasar=[
        {
            "title": "PP 30/2019 Pasal 36 beserta penjelasannya",
            "href": "https://github.com/mblonyox/data-peraturan/blob/main/pp/2019/30.md",
            "confidence": "primer",
        }
    ],
)
def skp_prorata(masukan: ProrataInput, _: Parameters) -> Outcome:
    """Saran nilai SKP setahun menurut lama di tiap jabatan; predikat tetap ditetapkan pejabat penilai."""
    bagian = _bagian(masukan.bagian)
    total = sum(hari for hari, _ in bagian)
    if not total:
        raise RuleInputError("Isi 'bagian' dengan paling sedikit satu jabatan dan lamanya.", field="bagian")
    nilai = sum((nilai * hari for hari, nilai in bagian), Fraction()) / total
    return Outcome(
        fixed(round_half_up(nilai)),
        hari=total,
        bobot=[fixed(round_half_up(Fraction(hari * 100, total))) for hari, _ in bagian],
    )


def _bagian(raw: object) -> list[tuple[int, Fraction]]:
    if not isinstance(raw, list | tuple):
        raise RuleInputError("'bagian' harus berupa daftar.", field="bagian")
    return [_satu(one) for one in raw]


def _satu(raw: object) -> tuple[int, Fraction]:
    if not isinstance(raw, Mapping) or set(raw) != {"hari", "nilai"}:
        raise RuleInputError("Setiap bagian berisi 'hari' dan 'nilai'.", field="bagian")
    return whole_number("hari", raw["hari"]), number("nilai", raw["nilai"])
