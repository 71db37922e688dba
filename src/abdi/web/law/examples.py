"""What the cases of a rule tell its page: which parameters it reads, and an input to try it with."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from abdi.rules import RuleInputError
from abdi.rules.examples import Case, all_cases, answer


@cache
def parameters_read(rule: str) -> tuple[str, ...]:
    """Paths of the parameters that the rule read while it answered its cases."""
    return tuple(sorted({path for case in all_cases()[rule] for path in _read_by(rule, case)}))


def first_input(rule: str) -> tuple[date, Mapping[str, Any]] | None:
    """Day and input of the first case that has an answer: what the form is filled with."""
    for case in all_cases()[rule]:
        if "error" not in case and isinstance(case["input"], Mapping):
            return case["date"], case["input"]
    return None


def _read_by(rule: str, case: Case) -> Mapping[str, Any]:
    try:
        return answer(rule, case).parameters
    except RuleInputError:
        return {}
