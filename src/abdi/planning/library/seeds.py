"""The thirty examples that come with the product, as the data file beside this module has them."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

SEEDS = Path(__file__).with_name("seeds.yaml")


@cache
def seeds() -> tuple[dict[str, Any], ...]:
    """Each the fields of an `IkiTemplate`, `code` among them."""
    return tuple(yaml.safe_load(SEEDS.read_text(encoding="utf-8")))
