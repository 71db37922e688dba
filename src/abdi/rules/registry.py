"""What a rule is, and how a formula becomes one."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar, get_type_hints

from abdi.rules.inputs import reader
from abdi.rules.reading import Parameters

LegalBasis = Mapping[str, str]


class Outcome:
    """What a formula answers: the value, and the details that explain it."""

    __slots__ = ("details", "value")

    def __init__(self, value: object, **details: object) -> None:
        self.value = value
        self.details = details


@dataclass(frozen=True, slots=True)
class Rule:
    """One version of a rule: ``formula`` applies from ``since`` until the next version of that name."""

    name: str
    since: date
    dasar: tuple[LegalBasis, ...]
    formula: Callable[[Any, Parameters], Outcome]
    input_type: type[Any]
    read: Callable[[Mapping[str, object]], Any]

    @property
    def description(self) -> str:
        return (self.formula.__doc__ or "").strip()


F = TypeVar("F", bound=Callable[..., Outcome])
registry: dict[str, list[Rule]] = {}


def rule(name: str, *, berlaku_sejak: str, dasar: Sequence[LegalBasis]) -> Callable[[F], F]:
    """Register a formula ``f(masukan, p) -> Outcome`` as a version of the rule ``name``.

    ``masukan``, the first argument, is a frozen dataclass named by its annotation. A method
    ``inputs_shown()`` on it, when there is one, decides what the lineage may show of the input.
    """
    since = date.fromisoformat(berlaku_sejak)

    def register(formula: F) -> F:
        shape = next(iter(get_type_hints(formula).values()))
        versions = registry.setdefault(name, [])
        versions.append(Rule(name, since, tuple(dasar), formula, shape, reader(shape)))
        versions.sort(key=lambda version: version.since, reverse=True)
        return formula

    return register
