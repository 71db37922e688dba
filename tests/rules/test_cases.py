"""Runs every written case of every rule through the one public door."""

import json
from typing import Any

import pytest

from abdi.rules import RuleInputError
from abdi.rules.examples import all_cases, answer

CASES = [(rule, case) for rule, cases in all_cases().items() for case in cases]
NAMES = [f"{rule}: {case['name']}" for rule, case in CASES]


@pytest.mark.parametrize(("rule", "case"), CASES, ids=NAMES)
def test_case(rule: str, case: dict[str, Any]) -> None:
    if "error" in case:
        with pytest.raises(RuleInputError) as refusal:
            answer(rule, case)
        assert case["error"] in refusal.value.message
    else:
        found = answer(rule, case).as_dict()
        assert covers(found, case["output"]) == case["output"]
        assert json.loads(json.dumps(found)) == found


def covers(found: Any, expected: Any) -> Any:
    """The part of ``found`` that ``expected`` speaks about, at every depth."""
    if isinstance(expected, dict) and isinstance(found, dict):
        return {key: covers(found.get(key, "(tidak ada)"), expected[key]) for key in expected}
    return found
