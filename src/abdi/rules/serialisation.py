"""Everything a rule hands out can be written as JSON without losing a digit."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import cast

from abdi.rules.arithmetic import exact

PLAIN = frozenset({str, bool, int, float, type(None)})
TABLES = frozenset({dict, MappingProxyType})


def to_json(value: object) -> object:
    """A fresh JSON-ready copy: exact numbers and dates become text, enums their code, tuples lists."""
    kind = type(value)  # asked first: nearly everything is plain, and every answer comes through here
    if kind in PLAIN:
        return value
    if kind in TABLES or isinstance(value, Mapping):
        return {str(key): to_json(item) for key, item in cast(Mapping[object, object], value).items()}
    if isinstance(value, Fraction):
        return exact(value)
    return _to_text_or_list(value)


def _to_text_or_list(value: object) -> object:
    if isinstance(value, str):
        return str(value)
    if isinstance(value, int | float):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal | timedelta):
        return str(value)
    if isinstance(value, set | frozenset):
        return sorted(map(to_json, value), key=str)
    if isinstance(value, Iterable):
        return [to_json(item) for item in value]
    raise TypeError(f"a rule cannot hand out {type(value).__name__}")
