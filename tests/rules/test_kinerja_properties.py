"""Better work never lowers a predikat, capaian keeps its bounds, and a distribution adds up."""

from datetime import date
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from abdi.rules import evaluate
from abdi.rules.formulas.kinerja import PREDIKAT, RATING, Predikat, PredikatOrganisasi, Rating

ON = date(2026, 1, 31)
amounts = st.fractions(min_value=0, max_value=10_000, max_denominator=100)
targets = st.fractions(min_value="0.01", max_value=10_000, max_denominator=100)
scores = st.fractions(min_value=0, max_value=120, max_denominator=100)


def predikat(hasil: Rating, perilaku: Rating) -> Predikat:
    return Predikat(evaluate("predikat_kinerja", on=ON, input={"hasil": hasil, "perilaku": perilaku}).value)


def capaian(arah: str, target: object, realisasi: Fraction) -> Fraction:
    answer = evaluate("capaian_iki", on=ON, input={"arah": arah, "target": target, "realisasi": realisasi})
    return Fraction(answer.value)


def nilai(
    skp: Fraction, perilaku: Fraction, *, opini: bool = False, inovasi: bool = False
) -> tuple[Fraction, str]:
    question = {"skp": skp, "perilaku": perilaku, "opini_rekan": opini, "inovasi": inovasi}
    answer = evaluate("nilai_pp30", on=ON, input=question)
    return Fraction(answer.value), answer.details["predikat"]


@pytest.mark.parametrize("perilaku", RATING)
def test_better_results_never_lower_the_predikat(perilaku: Rating) -> None:
    """The order of the regulation, best first: Sangat Baik, Baik, Butuh Perbaikan, Kurang, Sangat Kurang."""
    for better, worse in product(RATING, RATING):
        if RATING.index(better) <= RATING.index(worse):
            found = [PREDIKAT.index(predikat(hasil, perilaku)) for hasil in (better, worse)]
            assert found == sorted(found)


@pytest.mark.parametrize("hasil", RATING)
def test_better_behaviour_never_lowers_the_predikat(hasil: Rating) -> None:
    for better, worse in product(RATING, RATING):
        if RATING.index(better) <= RATING.index(worse):
            found = [PREDIKAT.index(predikat(hasil, perilaku)) for perilaku in (better, worse)]
            assert found == sorted(found)


def test_poor_behaviour_weighs_more_than_poor_results() -> None:
    """The matrix is not symmetric: misconduct outranks no result, weak results alone can be improved."""
    assert predikat(Rating.DI_ATAS, Rating.DI_BAWAH) is Predikat.KURANG
    assert predikat(Rating.DI_BAWAH, Rating.DI_ATAS) is Predikat.BUTUH_PERBAIKAN


def test_labels_are_the_words_of_the_form() -> None:
    assert [p.label for p in PREDIKAT] == [
        "Sangat Baik", "Baik", "Butuh Perbaikan", "Kurang/misconduct", "Sangat Kurang",
    ]  # fmt: skip
    assert [r.label for r in RATING] == ["Di atas ekspektasi", "Sesuai ekspektasi", "Di bawah ekspektasi"]
    assert PredikatOrganisasi.ISTIMEWA.label == "Istimewa"


@given(st.sampled_from(["naik", "turun"]), targets, amounts)
def test_capaian_is_bounded(arah: str, target: Fraction, realisasi: Fraction) -> None:
    assert 0 <= capaian(arah, target, realisasi) <= 120


@given(targets, amounts, amounts)
def test_capaian_follows_the_direction(target: Fraction, one: Fraction, other: Fraction) -> None:
    less, more = sorted((one, other))
    assert capaian("naik", target, less) <= capaian("naik", target, more)
    assert capaian("turun", target, less) >= capaian("turun", target, more)


@given(targets, targets, amounts, amounts)
def test_capaian_of_a_range_never_falls_with_more(
    one: Fraction, other: Fraction, first: Fraction, second: Fraction
) -> None:
    target, (less, more) = sorted((one, other)), sorted((first, second))
    assert 0 <= capaian("rentang", target, less) <= capaian("rentang", target, more) <= 120


@given(targets)
def test_meeting_the_target_is_a_hundred(target: Fraction) -> None:
    assert {capaian(arah, target, target) for arah in ("naik", "turun")} == {Fraction(100)}


@given(scores, scores, scores, st.booleans(), st.booleans())
def test_a_better_score_never_lowers_the_pp30_predikat(
    one: Fraction, other: Fraction, perilaku: Fraction, opini: bool, inovasi: bool
) -> None:
    order = ("sangat_kurang", "kurang", "cukup", "baik", "sangat_baik")
    low, high = (nilai(skp, perilaku, opini=opini, inovasi=inovasi) for skp in sorted((one, other)))
    assert 0 <= low[0] <= high[0] <= 120
    assert order.index(low[1]) <= order.index(high[1])


@given(scores, scores)
def test_only_a_new_idea_makes_pp30_sangat_baik(skp: Fraction, perilaku: Fraction) -> None:
    assert nilai(skp, perilaku)[1] != "sangat_baik"


@given(
    st.sampled_from(PredikatOrganisasi),
    st.dictionaries(st.sampled_from(PREDIKAT), st.integers(0, 400), min_size=1).filter(
        lambda d: any(d.values())
    ),
)
def test_a_distribution_adds_up_and_never_blocks(organisasi: str, jumlah: dict[str, int]) -> None:
    answer = evaluate("distribusi_predikat", on=ON, input={"organisasi": organisasi, "jumlah": jumlah})
    assert answer.details["total"] == sum(jumlah.values()) == sum(answer.details["jumlah"].values())
    rounding = len(PREDIKAT) * Fraction("0.005")
    assert abs(sum(map(Fraction, answer.details["persentase"].values())) - 100) <= rounding
    assert answer.value in ("sesuai", "perlu_perhatian")
    assert (answer.value == "perlu_perhatian") <= bool(answer.details["catatan"])
