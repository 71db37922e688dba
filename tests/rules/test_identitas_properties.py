"""NIP and NIK: a number composed from its parts is read back; no answer about a NIK repeats it."""

import calendar
import json
from datetime import date, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from abdi.rules import evaluate
from abdi.rules.formulas.identitas.nik import NikInput

ON = date(2026, 1, 31)
births = st.dates(date(1950, 1, 1), date(2000, 12, 31))
sequences = st.integers(1, 999)


@given(births, st.integers(1966, 2025), st.integers(1, 12), st.sampled_from("12"), sequences)
def test_a_composed_nip_is_read_back(birth: date, year: int, month: int, sex: str, sequence: int) -> None:
    assume(year > birth.year + 16)
    number = f"{birth:%Y%m%d}{year}{month:02}{sex}{sequence:03}"
    answer = evaluate("nip", on=ON, input={"nip": number})
    assert answer.value == {
        "jenis": "pns",
        "tanggal_lahir": birth.isoformat(),
        "tmt": f"{year}-{month:02}",
        "jenis_kelamin": {"1": "pria", "2": "wanita"}[sex],
        "urut": f"{sequence:03}",
    }
    assert evaluate("nip", on=ON, input={"nip": answer.details["ditulis"]}).value == answer.value


@given(births, st.integers(2017, 2025), st.integers(1, 9), st.sampled_from("12"), sequences)
def test_a_composed_ni_pppk_is_read_back(birth: date, year: int, times: int, sex: str, sequence: int) -> None:
    number = f"{birth:%Y%m%d}{year}2{times}{sex}{sequence:03}"
    answer = evaluate("nip", on=ON, input={"nip": number})
    assert answer.details["kesalahan"] == []
    assert (answer.value["jenis"], answer.value["tmt"]) == ("pppk", str(year))


@given(st.text(max_size=20))
def test_any_text_is_judged_and_a_faulty_one_says_why(text: str) -> None:
    for name in ("nip", "nik"):
        answer = evaluate(name, on=ON, input={name: text})
        assert (answer.value is None) == bool(answer.details["kesalahan"])


@given(st.from_regex(r"[0-9]{18}", fullmatch=True))
def test_what_is_accepted_as_nip_has_a_real_birthday_in_the_past(number: str) -> None:
    answer = evaluate("nip", on=ON, input={"nip": number})
    if answer.value is not None:
        assert date(int(number[:4]), int(number[4:6]), int(number[6:8])) <= ON
        assert number[-3:] != "000"


@given(st.dates(ON - timedelta(days=36_000), ON), st.booleans(), st.integers(1, 9999))
def test_a_composed_nik_tells_birth_and_sex(birth: date, is_woman: bool, sequence: int) -> None:
    number = f"337401{birth.day + 40 * is_woman:02}{birth:%m%y}{sequence:04}"
    answer = evaluate("nik", on=ON, input={"nik": number})
    assert answer.value["tanggal_lahir"] == birth.isoformat()
    assert answer.value["jenis_kelamin"] == ("wanita" if is_woman else "pria")


@given(st.from_regex(r"[0-9]{16}", fullmatch=True))
def test_no_answer_repeats_a_nik(number: str) -> None:
    assume(len(set(number)) > 1)
    told = json.dumps(evaluate("nik", on=ON, input={"nik": number}).as_dict())
    assert number not in told
    assert number not in repr(NikInput(number))


def test_every_leap_day_of_a_century_is_found() -> None:
    leap = [year for year in range(1930, 2026) if calendar.isleap(year)]
    for year in leap:
        answer = evaluate("nik", on=ON, input={"nik": f"3374012902{year % 100:02}0001"})
        assert answer.value["tanggal_lahir"] == f"{year}-02-29"
