"""Every legal number, with the day it entered into force, its article and how sure we are of it."""

from bisect import bisect_right
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

from abdi.rules.errors import RuleInputError
from abdi.rules.inputs import number
from abdi.rules.serialisation import to_json

FOLDER = Path(__file__).parent / "parameters"
CONFIDENCE = ("primer", "terverifikasi", "satu_sumber", "ingatan", "tidak_pasti")


@dataclass(frozen=True, slots=True)
class DatedValue:
    """One value of a parameter and the day it entered into force."""

    since: date
    value: Any
    reference: Mapping[str, str]
    confidence: str

    def lineage(self) -> dict[str, object]:
        """What an answer says about a number it used."""
        return {
            "value": self.value,
            "since": self.since,
            "reference": self.reference,
            "confidence": self.confidence,
        }


@dataclass(frozen=True, slots=True)
class Parameter:
    """A named number or table of the law; ``values`` are in order of their dates.

    ``settable_by`` names who may narrow it (``instansi``) and ``bounds`` how far:
    ``{min, max}`` for every number in the value, or ``{choices: […]}``.
    """

    path: str
    description: str
    unit: str
    values: tuple[DatedValue, ...]
    verified_until: date
    settable_by: str | None = None
    bounds: Mapping[str, Any] = field(default_factory=dict)

    def at(self, on: date) -> DatedValue:
        """The value in force on a day; ``RuleInputError`` before the first one."""
        index = bisect_right(self.values, on, key=lambda dated: dated.since)
        if not index:
            first = self.values[0].since.isoformat()
            raise RuleInputError(
                f"Ketentuan '{self.description}' baru berlaku sejak {first}; pilih tanggal sesudahnya.",
                field=self.path,
            )
        return self.values[index - 1]


def check_override(path: str, value: object, *, on: date) -> Any:
    """The value an instansi may set for itself, made exact; refused where the law leaves no such room."""
    parameter = catalogue().get(path)
    if parameter is None or parameter.settable_by is None:
        raise RuleInputError(f"Ketentuan '{path}' tidak boleh diatur sendiri oleh instansi.", field=path)
    allowed = parameter.bounds.get("choices")
    if allowed is not None and value not in allowed:
        raise RuleInputError(
            f"'{path}' hanya boleh diisi salah satu dari: {', '.join(map(str, allowed))}.", field=path
        )
    return _within(parameter, parameter.at(on).value, value)


def list_parameters() -> list[Parameter]:
    """Every parameter, by path."""
    return list(catalogue().values())


@cache
def catalogue() -> Mapping[str, Parameter]:
    """All parameter files, read once: path (``topik/nama``) → parameter."""
    files = sorted(FOLDER.rglob("*.yaml"))
    return {path: _parse(path, _load(file)) for file in files for path in [_path_of(file)]}


def _path_of(file: Path) -> str:
    return file.relative_to(FOLDER).with_suffix("").as_posix()


def _within(parameter: Parameter, model: object, value: object) -> Any:
    """Check ``value`` against the shape of the value in force and against the bounds, number by number."""
    if isinstance(model, Mapping):
        if not isinstance(value, Mapping) or value.keys() != model.keys():
            raise RuleInputError(
                f"'{parameter.path}' harus berisi tepat isian: {', '.join(map(str, model))}.",
                field=parameter.path,
            )
        return {key: _within(parameter, model[key], value[key]) for key in model}
    if isinstance(model, int | Fraction) and not isinstance(model, bool):
        return _within_bounds(parameter, number(parameter.path, value))
    if not isinstance(value, (list, tuple) if isinstance(model, tuple) else type(model)):
        raise RuleInputError(
            f"Isi '{parameter.path}' tidak sejenis dengan nilai asalnya.", field=parameter.path
        )
    return value


def _within_bounds(parameter: Parameter, value: Fraction) -> Fraction | int:
    low, high = parameter.bounds.get("min", value), parameter.bounds.get("max", value)
    if not low <= value <= high:
        raise RuleInputError(
            f"'{parameter.path}' harus antara {to_json(low)} dan {to_json(high)} {parameter.unit}.",
            field=parameter.path,
        )
    return value.numerator if value.denominator == 1 else value


class UniqueKeyLoader(yaml.CSafeLoader):
    """Refuses a key written twice: YAML would keep the last one and lose a value of the law in silence."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        mapping = super().construct_mapping(node, deep=deep)
        if len(mapping) != len(node.value):
            raise yaml.constructor.ConstructorError(None, None, "the same key twice", node.start_mark)
        return mapping


class _ExactLoader(UniqueKeyLoader):
    """Reads decimals as exact fractions: 0.1 is one tenth, not the float beside it."""


def _exact_number(_loader: _ExactLoader, node: yaml.ScalarNode) -> Fraction:
    return Fraction(node.value)


_ExactLoader.add_constructor("tag:yaml.org,2002:float", _exact_number)


def _load(file: Path) -> dict[str, Any]:
    with file.open("rb") as stream:
        content: dict[str, Any] = _ExactLoader(stream).get_single_data()
    return content


def _parse(path: str, raw: dict[str, Any]) -> Parameter:
    values = sorted(_dated_values(raw["values"]), key=lambda dated: dated.since)
    return Parameter(
        path=path,
        description=raw["description"].strip(),
        unit=raw["unit"],
        values=tuple(values),
        verified_until=raw["verified_until"],
        settable_by=raw.get("settable_by"),
        bounds=_frozen(raw.get("bounds", {})),
    )


def _dated_values(raw: dict[date, dict[str, Any]]) -> Iterator[DatedValue]:
    for since, entry in raw.items():
        yield DatedValue(since, _frozen(entry["value"]), entry["reference"], entry["confidence"])


def _frozen(value: Any) -> Any:
    """A formula can read a table, never change it for the next caller."""
    if isinstance(value, dict):
        return MappingProxyType({key: _frozen(item) for key, item in value.items()})
    if isinstance(value, list):
        return tuple(map(_frozen, value))
    return value
