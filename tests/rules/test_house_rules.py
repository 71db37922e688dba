"""What every rule and every parameter owes the reader."""

import ast
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

import abdi.rules
from abdi.rules import Parameter, Rule, RuleInputError, list_parameters, list_rules
from abdi.rules.examples import all_cases, answer
from abdi.rules.parameters import CONFIDENCE, catalogue

SOURCE = Path(abdi.rules.__file__).parent
ALLOWED_NUMBERS = {-1, 0, 1, 100}


def paths() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


@pytest.mark.parametrize("parameter", list_parameters(), ids=lambda parameter: parameter.path)
def test_parameter_tells_where_it_comes_from(parameter: Parameter) -> None:
    assert parameter.description
    assert parameter.unit
    assert parameter.verified_until
    assert parameter.settable_by in (None, "instansi")
    assert parameter.bounds.keys() <= {"min", "max", "choices"}
    for dated in parameter.values:
        assert dated.reference["title"]
        assert dated.reference.keys() <= {"title", "href"}
        assert dated.confidence in CONFIDENCE


@pytest.mark.parametrize("parameter", list_parameters(), ids=lambda parameter: parameter.path)
def test_what_is_not_verified_can_be_set(parameter: Parameter) -> None:
    if parameter.values[-1].confidence in ("ingatan", "tidak_pasti"):
        assert parameter.settable_by == "instansi"


def test_old_verification_is_told_but_fails_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    a_year_ago = datetime.now(tz=UTC).date() - timedelta(days=365)
    stale = [p.path for p in list_parameters() if p.verified_until < a_year_ago]
    if stale:
        with capsys.disabled():
            print(f"\nDiperiksa lebih dari 12 bulan lalu: {', '.join(stale)}")


@pytest.mark.parametrize("path", paths(), ids=lambda path: str(path.relative_to(SOURCE)))
def test_no_legal_number_in_python(path: Path) -> None:
    numbers = {
        node.value: node.lineno
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, int | float | complex)
        and not isinstance(node.value, bool)
    }
    assert {n: line for n, line in numbers.items() if n not in ALLOWED_NUMBERS} == {}


@pytest.mark.parametrize("version", list_rules(), ids=lambda version: f"{version.name}@{version.since}")
def test_rule_names_its_basis_and_has_cases(version: Rule) -> None:
    assert version.description
    for basis in version.dasar:
        assert basis["title"]
        assert basis["confidence"] in CONFIDENCE
    successors = [v.since for v in list_rules() if v.name == version.name and v.since > version.since]
    end = min(successors, default=None)
    dates = [case["date"] for case in all_cases()[version.name] if "output" in case]
    assert any(version.since <= day and (end is None or day < end) for day in dates)


def test_cases_are_about_rules_that_exist_and_cite_a_source() -> None:
    assert set(all_cases()) == {version.name for version in list_rules()}
    assert [
        case["name"] for cases in all_cases().values() for case in cases if not case.get("reference")
    ] == []


@pytest.mark.parametrize("name", sorted({version.name for version in list_rules()}))
def test_rule_runs_on_each_of_its_change_dates(name: str) -> None:
    questions = [case for case in all_cases()[name] if "output" in case]
    read = {path for case in questions for path in answer(name, case).parameters}
    versions = {version.since for version in list_rules() if version.name == name}
    changes = versions | {dated.since for path in read for dated in catalogue()[path].values}
    for day in sorted(changes):
        if day >= min(versions):
            assert any(answered(name, case, day) for case in questions), day


def answered(name: str, case: dict[str, Any], day: date) -> bool:
    try:
        return answer(name, {**case, "date": day}).rule == name
    except RuleInputError:
        return False
