"""Reads tests/rules/cases/*.yaml: what a jurist wrote down as the right answer."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent / "cases"


def all_cases() -> Iterator[tuple[str, dict[str, Any]]]:
    """(rule name, case) for every case of every file; the file is named after the rule."""
    for file in sorted(FOLDER.glob("*.yaml")):
        for case in yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader):
            yield file.stem, case
