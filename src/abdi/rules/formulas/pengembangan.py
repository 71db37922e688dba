"""Hours of competence development (jam pelajaran) a year."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from abdi.rules.errors import RuleInputError
from abdi.rules.reading import Parameters
from abdi.rules.registry import Outcome, rule


class Status(StrEnum):
    """Kind of employment."""

    PNS = "pns"
    PPPK = "pppk"


@dataclass(frozen=True, slots=True)
class JpInput:
    """``jp``: jam pelajaran taken, in the calendar year (PNS) or the contract year (PPPK)."""

    status: Status
    jp: Fraction


@rule(
    "jp_pengembangan",
    berlaku_sejak="2018-11-28",
    dasar=[
        {"title": "PP 11/2017 Pasal 203 ayat (4)", "confidence": "primer"},
        {"title": "PP 49/2018 Pasal 40 ayat (1) dan (2)", "confidence": "primer"},
    ],
)
def jp_pengembangan(masukan: JpInput, p: Parameters) -> Outcome:
    """Pemenuhan jam pelajaran setahun: paling sedikit bagi PNS, paling lama bagi PPPK."""
    if masukan.jp < 0:
        raise RuleInputError("'jp' tidak boleh kurang dari nol.", field="jp")
    if masukan.status is Status.PNS:
        return _paling_sedikit(masukan.jp, p["pengembangan/jp_pns"])
    return _paling_lama(masukan.jp, p["pengembangan/jp_pppk"])


def _paling_sedikit(jp: Fraction, batas: int) -> Outcome:
    kurang = max(batas - jp, Fraction(0))
    return Outcome(
        "belum_terpenuhi" if kurang else "terpenuhi",
        terpenuhi=not kurang,
        kurang=kurang,
        batas=batas,
        jenis_batas="minimal",
    )


def _paling_lama(jp: Fraction, batas: int) -> Outcome:
    # PP 49/2018 gives PPPK a ceiling and no floor: nothing can be missing, only too much.
    lebih = max(jp - batas, Fraction(0))
    return Outcome(
        "melebihi_batas" if lebih else "terpenuhi",
        terpenuhi=not lebih,
        kurang=Fraction(0),
        lebih=lebih,
        sisa=max(batas - jp, Fraction(0)),
        batas=batas,
        jenis_batas="maksimal",
    )
