"""The cases a jurist wrote down for each rule: examples of its page, tests of its formula, and part of the package."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from abdi.rules.engine import Result, evaluate
from abdi.rules.kalender import Calendar
from abdi.rules.parameters import UniqueKeyLoader

FOLDER = Path(__file__).parent / "cases"
Case = Mapping[str, Any]


@cache
def all_cases() -> Mapping[str, tuple[Case, ...]]:
    """Rule → its cases, in their order; a file is named after its rule."""
    return {file.stem: tuple(_load(file)) for file in sorted(FOLDER.glob("*.yaml"))}


def answer(rule: str, case: Case) -> Result:
    """What the rule says about a case, on the case's own day.

    Optional keys of a case: ``overrides``; ``libur`` (holidays) and ``tahun`` (years known), which
    together make the working calendar.
    """
    calendar = None
    if "libur" in case or "tahun" in case:
        calendar = Calendar(frozenset(case.get("libur", ())), years=frozenset(case.get("tahun", ())))
    return evaluate(
        rule, on=case["date"], input=case["input"], calendar=calendar, overrides=case.get("overrides")
    )


def _load(file: Path) -> list[Case]:
    found: list[Case] = UniqueKeyLoader(file.read_text(encoding="utf-8")).get_single_data()
    return found
