"""Runs every written case of every rule through the one public door."""

import json
from typing import Any

import pytest

from abdi.rules import RuleInputError, evaluate
from tests.rules.case_files import all_cases

CASES = list(all_cases())
NAMES = [f"{rule}: {case['name']}" for rule, case in CASES]


@pytest.mark.parametrize(("rule", "case"), CASES, ids=NAMES)
def test_case(rule: str, case: dict[str, Any]) -> None:
    if "error" in case:
        with pytest.raises(RuleInputError) as refusal:
            run(rule, case)
        assert case["error"] in refusal.value.message
    else:
        answer = run(rule, case).as_dict()
        assert covers(answer, case["output"]) == case["output"]
        assert json.loads(json.dumps(answer)) == answer


def run(rule: str, case: dict[str, Any]) -> Any:
    return evaluate(rule, on=case["date"], input=case["input"], overrides=case.get("overrides"))


def covers(answer: Any, expected: Any) -> Any:
    """The part of ``answer`` that ``expected`` speaks about, at every depth."""
    if isinstance(expected, dict) and isinstance(answer, dict):
        return {key: covers(answer.get(key, "(tidak ada)"), expected[key]) for key in expected}
    return answer
