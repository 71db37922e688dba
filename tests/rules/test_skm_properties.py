"""The satisfaction index: bounded, blind to order, and equal to what others published from the same answers."""

import csv
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from statistics import mean
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from abdi.rules import evaluate
from tests.data import shared

ON = date(2026, 1, 31)
rows = st.fixed_dictionaries({f"u{i}": st.integers(1, 4) for i in range(1, 10)})
gappy_rows = st.fixed_dictionaries({f"u{i}": st.one_of(st.none(), st.integers(1, 4)) for i in range(1, 5)})


def ikm(jawaban: list[dict[str, Any]], **others: object) -> Any:
    return evaluate("ikm", on=ON, input={"jawaban": jawaban, **others})


def published(name: str) -> Iterator[dict[str, int]]:
    with shared(f"skm/{name}").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            yield {key: int(value) for key, value in row.items() if key[0] == "u" and key[1:].isdigit()}


@given(st.lists(rows, min_size=1, max_size=15))
def test_index_is_bounded(jawaban: list[dict[str, int]]) -> None:
    assert 25 <= Fraction(ikm(jawaban).value) <= 100
    assert ikm(jawaban).details["mutu"] in "ABCD"


@given(st.lists(rows, min_size=1, max_size=15))
def test_index_is_25_times_the_mean_of_the_element_means(jawaban: list[dict[str, int]]) -> None:
    means = [mean(Fraction(row[unsur]) for row in jawaban) for unsur in jawaban[0]]
    assert abs(Fraction(ikm(jawaban).value) - 25 * mean(means)) <= Fraction("0.005")


@given(
    st.lists(gappy_rows, min_size=1, max_size=12).flatmap(
        lambda all_: st.tuples(st.just(all_), st.permutations(all_))
    )
)
def test_order_of_respondents_does_not_matter(
    both: tuple[list[dict[str, Any]], list[dict[str, Any]]],
) -> None:
    if not any(value for row in both[0] for value in row.values()):
        return
    one, other = (ikm(jawaban) for jawaban in both)
    assert one.value == other.value
    for detail in ("ni", "mutu", "nrr", "n", "bobot", "mutu_unsur"):
        assert one.details[detail] == other.details[detail]


@given(rows, st.permutations([f"u{i}" for i in range(1, 10)]))
def test_order_of_elements_does_not_matter(row: dict[str, int], order: list[str]) -> None:
    assert ikm([row]).value == ikm([{unsur: row[unsur] for unsur in order}]).value


@given(st.lists(rows, min_size=1, max_size=8), st.data())
def test_a_better_answer_never_lowers_the_index(jawaban: list[dict[str, int]], data: st.DataObject) -> None:
    nomor = data.draw(st.integers(0, len(jawaban) - 1))
    unsur = data.draw(st.sampled_from(sorted(jawaban[nomor])))
    better = [dict(row) for row in jawaban]
    better[nomor][unsur] = data.draw(st.integers(jawaban[nomor][unsur], 4))
    assert Fraction(ikm(better).value) >= Fraction(ikm(jawaban).value)


@given(st.integers(1, 2_000_000))
def test_sample_is_never_larger_than_the_population_and_grows_with_it(populasi: int) -> None:
    n, next_n = (evaluate("sampel_skm", on=ON, input={"populasi": p}).value for p in (populasi, populasi + 1))
    assert 1 <= n <= populasi
    assert n <= next_n <= 385


def test_kediri_2024_as_its_own_application_published_it() -> None:
    answer = ikm(list(published("skm_kuesioner_kediri_2024_u1u9.csv")))
    assert (answer.value, answer.details["mutu"], answer.details["responden"]) == ("77.50", "B", 20)


def test_fourteen_elements_of_the_older_rule_are_computed_on_their_own_day() -> None:
    jawaban = list(published("skm_bmkg_2020_u1u14.csv"))
    oracle = 25 * Fraction(sum(sum(row.values()) for row in jawaban), 14 * len(jawaban))
    answer = ikm(jawaban)
    assert abs(Fraction(answer.value) - oracle) <= Fraction("0.005")
    assert len(answer.details["n"]) == 14
