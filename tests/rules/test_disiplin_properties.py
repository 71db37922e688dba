"""More absence never lightens the punishment, and the follow-up of a predikat never skips a worse one."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from abdi.rules import evaluate
from abdi.rules.formulas.kinerja import PREDIKAT
from abdi.rules.formulas.tindak_lanjut import JenisJabatan

LEVELS = ("tidak_ada", "ringan", "sedang", "berat")
days = st.integers(0, 300)
dates = st.sampled_from([date(2015, 12, 31), date(2026, 1, 31)])


def level(on: date, hari: int, berturut: int) -> int:
    answer = evaluate("disiplin_ketidakhadiran", on=on, input={"hari": hari, "berturut": berturut})
    return LEVELS.index(answer.value)


@given(dates, days, days, st.integers(0, 20))
def test_more_days_are_never_lighter(on: date, one: int, other: int, berturut: int) -> None:
    fewer, more = sorted((one, other))
    run = min(berturut, fewer)
    assert level(on, fewer, run) <= level(on, more, run)


@given(dates, days, days)
def test_a_longer_run_is_never_lighter(on: date, one: int, other: int) -> None:
    shorter, longer = sorted((one, other))
    assert level(on, longer, shorter) <= level(on, longer, longer)


@given(st.sampled_from(JenisJabatan))
def test_once_a_predikat_asks_for_improvement_every_worse_one_does(jenis: str) -> None:
    asked = [
        evaluate(
            "tindak_lanjut_kinerja",
            on=date(2026, 1, 31),
            input={"jenis_jabatan": jenis, "predikat": predikat},
        ).value
        != "tidak_ada"
        for predikat in PREDIKAT
    ]
    assert asked == sorted(asked)
