"""Reads tests/rules/cases/*.yaml: what a jurist wrote down as the right answer."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from abdi.rules import Result, evaluate
from abdi.rules.kalender import Calendar
from abdi.rules.parameters import UniqueKeyLoader

FOLDER = Path(__file__).parent / "cases"


def all_cases() -> Iterator[tuple[str, dict[str, Any]]]:
    """(rule name, case) for every case of every file; the file is named after the rule."""
    for file in sorted(FOLDER.glob("*.yaml")):
        for case in UniqueKeyLoader(file.read_text(encoding="utf-8")).get_single_data():
            yield file.stem, case


def answer(rule: str, case: dict[str, Any], *, on: date | None = None) -> Result:
    """Put the question of a case to its rule, on its own day or another.

    Optional keys of a case: ``overrides``; ``libur`` (holidays) and ``tahun`` (years known), which
    together make the working calendar.
    """
    calendar = None
    if "libur" in case or "tahun" in case:
        calendar = Calendar(frozenset(case.get("libur", ())), years=frozenset(case.get("tahun", ())))
    return evaluate(
        rule,
        on=on or case["date"],
        input=case["input"],
        calendar=calendar,
        overrides=case.get("overrides"),
    )
