"""Angka kredit adds up over months, exactly, and rises with the predikat."""

from datetime import date
from fractions import Fraction
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from abdi.rules import evaluate
from abdi.rules.formulas.angka_kredit import Jenjang
from abdi.rules.formulas.kinerja import PREDIKAT

ON = date(2026, 1, 31)
levels, ratings = st.sampled_from(Jenjang), st.sampled_from(PREDIKAT)


def ak(jenjang: str, predikat: str, bulan: int) -> Fraction:
    answer = evaluate("angka_kredit", on=ON, input={"jenjang": jenjang, "predikat": predikat, "bulan": bulan})
    assert abs(Fraction(answer.details["ak_2_desimal"]) - Fraction(answer.value)) <= Fraction("0.005")
    return Fraction(answer.value)


@given(levels, ratings, st.integers(1, 11))
def test_months_add_up_to_the_year(jenjang: str, predikat: str, bulan: int) -> None:
    assert ak(jenjang, predikat, bulan) + ak(jenjang, predikat, 12 - bulan) == ak(jenjang, predikat, 12)


@given(levels, ratings, st.integers(1, 12))
def test_every_month_counts_the_same(jenjang: str, predikat: str, bulan: int) -> None:
    assert ak(jenjang, predikat, bulan) == bulan * ak(jenjang, predikat, 1)


@given(levels, st.integers(1, 12))
def test_a_better_predikat_gives_more(jenjang: str, bulan: int) -> None:
    given_ = [ak(jenjang, predikat, bulan) for predikat in PREDIKAT]
    assert all(better > worse > 0 for better, worse in pairwise(given_))
