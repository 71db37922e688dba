"""The cases a jurist wrote down for each rule: shown as examples, and asked which parameters a rule reads."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from abdi.rules import Calendar, Result, RuleInputError, evaluate

# beside the code in a clone; an installation without its tests shows rules without examples
FOLDER = Path(__file__).resolve().parents[4] / "tests" / "rules" / "cases"


@cache
def cases_of(rule: str) -> tuple[Mapping[str, Any], ...]:
    file = FOLDER / f"{rule}.yaml"
    if not file.is_file():
        return ()
    return tuple(yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader))


def answer(rule: str, case: Mapping[str, Any]) -> Result:
    """What the rule says today about a case, on the case's own day and calendar."""
    calendar = None
    if "libur" in case or "tahun" in case:
        calendar = Calendar(frozenset(case.get("libur", ())), years=frozenset(case.get("tahun", ())))
    return evaluate(
        rule, on=case["date"], input=case["input"], calendar=calendar, overrides=case.get("overrides")
    )


@cache
def parameters_read(rule: str) -> tuple[str, ...]:
    """Paths of the parameters that the rule read while it answered its cases."""
    return tuple(sorted({path for case in cases_of(rule) for path in _read_by(rule, case)}))


def _read_by(rule: str, case: Mapping[str, Any]) -> Mapping[str, Any]:
    try:
        return answer(rule, case).parameters
    except RuleInputError:
        return {}


def first_input(rule: str) -> tuple[date, Mapping[str, Any]] | None:
    """Day and input of the first case that has an answer: what the form is filled with."""
    for case in cases_of(rule):
        if "error" not in case and isinstance(case["input"], Mapping):
            return case["date"], case["input"]
    return None
