"""From the JSON form of a question to the frozen dataclass a formula reads."""

import math
import re
import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from abdi.rules.errors import RuleInputError

E = TypeVar("E", bound=StrEnum)
Converter = Callable[[str, object], object]
# Bounded on purpose: an exponent such as 1e999999999 would ask for gigabytes.
NUMBER = re.compile(r"[+-]?\d{1,30}(\.\d{1,30})?|[+-]?\d{1,30}/0{0,9}[1-9]\d{0,29}")


def reader(shape: type[Any]) -> Callable[[Mapping[str, object]], Any]:
    """Build the function that checks a mapping against the dataclass ``shape`` and fills it.

    Understood field types: ``StrEnum``, ``bool``, ``int``, ``Fraction``, ``date``, ``str``, each also
    ``| None``; a field of any other type is handed over as it came, for ``__post_init__`` to judge.
    """
    hints = get_type_hints(shape)
    known = {field.name: _converter(hints[field.name]) for field in fields(shape)}
    required = [f.name for f in fields(shape) if f.default is MISSING and f.default_factory is MISSING]

    def read(raw: Mapping[str, object]) -> Any:
        _check_keys(raw, known, required)
        return shape(**{name: known[name](name, value) for name, value in raw.items()})

    return read


def choice(name: str, value: object, options: type[E]) -> E:
    """The enum member whose code is ``value``."""
    try:
        return options(cast("str", value))
    except ValueError:
        allowed = ", ".join(options)
        raise RuleInputError(
            f"Nilai '{value}' untuk '{name}' tidak dikenal; pilih salah satu: {allowed}.", field=name
        ) from None


def number(name: str, value: object) -> Fraction:
    """An exact number from an int, a decimal, a float as it prints, or text such as ``3.75`` or ``25/12``."""
    if isinstance(value, Fraction) or (isinstance(value, int) and not isinstance(value, bool)):
        return Fraction(value)
    if isinstance(value, str) and NUMBER.fullmatch(value):
        return Fraction(value)
    if isinstance(value, float) and math.isfinite(value):
        return Fraction(repr(value))
    if isinstance(value, Decimal) and value.is_finite():
        return Fraction(value)
    raise RuleInputError(f"'{name}' harus berupa angka dengan titik desimal, bukan '{value}'.", field=name)


def whole_number(name: str, value: object) -> int:
    """An integer of zero or more."""
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    raise RuleInputError(f"'{name}' harus berupa bilangan bulat nol atau lebih, bukan '{value}'.", field=name)


def _check_keys(raw: Mapping[str, object], known: Mapping[str, object], required: list[str]) -> None:
    if not isinstance(raw, Mapping):
        raise RuleInputError(f"Masukan harus berupa objek dengan isian: {', '.join(known)}.")
    for name in raw:
        if name not in known:
            raise RuleInputError(
                f"Masukan '{name}' tidak dikenal; yang diterima: {', '.join(known)}.", field=str(name)
            )
    for name in required:
        if name not in raw:
            raise RuleInputError(f"Masukan '{name}' belum diisi.", field=name)


def _converter(hint: Any) -> Converter:
    if get_origin(hint) in (Union, types.UnionType):
        return _optional(hint)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return lambda name, value: choice(name, value, hint)
    return CONVERTERS.get(hint, _as_given)


def _optional(hint: Any) -> Converter:
    inner = [arm for arm in get_args(hint) if arm is not types.NoneType]
    convert = _converter(inner[0]) if len(inner) == 1 else _as_given
    return lambda name, value: None if value is None else convert(name, value)


def _as_given(_name: str, value: object) -> object:
    return value


def _yes_or_no(name: str, value: object) -> bool:
    if isinstance(value, bool):
        return value
    raise RuleInputError(f"'{name}' harus true atau false, bukan '{value}'.", field=name)


def _text(name: str, value: object) -> str:
    if isinstance(value, str):
        return value
    raise RuleInputError(f"'{name}' harus berupa teks.", field=name)


def _day(name: str, value: object) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    try:
        return date.fromisoformat(_text(name, value))
    except ValueError:
        raise RuleInputError(
            f"'{name}' harus berupa tanggal yang ada, ditulis TTTT-BB-HH, bukan '{value}'.", field=name
        ) from None


CONVERTERS: Mapping[object, Converter] = {
    bool: _yes_or_no,
    int: whole_number,
    Fraction: number,
    str: _text,
    date: _day,
}
