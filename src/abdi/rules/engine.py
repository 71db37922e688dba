"""Picks the version of a rule in force on a day, runs it, and keeps the lineage of the answer."""

import difflib
import importlib
import pkgutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from abdi.rules import formulas
from abdi.rules.errors import RuleInputError
from abdi.rules.kalender import Calendar
from abdi.rules.reading import Parameters
from abdi.rules.registry import LegalBasis, Rule, registry
from abdi.rules.serialisation import to_json


@dataclass(frozen=True, slots=True)
class Result:
    """An answer with its lineage; every part is JSON-ready (exact numbers and dates are text)."""

    value: Any
    rule: str
    version: str
    inputs: dict[str, Any]
    details: dict[str, Any]
    basis: tuple[LegalBasis, ...]
    read: Mapping[str, Mapping[str, object]]

    @property
    def dasar(self) -> list[dict[str, str]]:
        """The articles this version of the rule stands on."""
        return [dict(basis) for basis in self.basis]

    @property
    def parameters(self) -> dict[str, Any]:
        """Exactly the parameters that were read: path → value, since, reference, confidence."""
        # Written out on demand: a table of law costs more to copy than most rules cost to run.
        return _object(self.read)

    def as_dict(self) -> dict[str, Any]:
        """One flat object: the lineage, then the details beside it."""
        return {
            "value": self.value,
            "rule": self.rule,
            "version": self.version,
            "dasar": self.dasar,
            "parameters": self.parameters,
            "inputs": self.inputs,
            **self.details,
        }


def evaluate(
    name: str,
    *,
    on: date,
    input: Mapping[str, object],
    calendar: Calendar | None = None,
    overrides: Mapping[str, object] | None = None,
) -> Result:
    """Apply the rule ``name`` as it stood on the day ``on`` to ``input`` (its JSON form).

    ``overrides`` are the values an instansi has set for itself (parameter path → value). Raises
    ``RuleInputError`` for an unknown rule, a day before its first version, or an input it refuses.
    """
    version = version_in_force(name, on)
    masukan = version.read(input)
    p = Parameters(on, calendar=calendar, overrides=overrides)
    outcome = version.formula(masukan, p)
    shown = masukan.inputs_shown() if hasattr(masukan, "inputs_shown") else input
    return Result(
        value=to_json(outcome.value),
        rule=name,
        version=version.since.isoformat(),
        inputs=_object(shown),
        details=_object(outcome.details),
        basis=version.dasar,
        read=p.read,
    )


def version_in_force(name: str, on: date) -> Rule:
    """The newest version of a rule not later than ``on``."""
    if isinstance(on, datetime):
        raise TypeError("a rule is asked for a day, not for a moment: its zone would decide the law")
    versions = _versions(name)
    for version in versions:
        if version.since <= on:
            return version
    first = versions[-1].since.isoformat()
    raise RuleInputError(
        f"Aturan '{name}' baru berlaku sejak {first}, jadi tidak dapat dipakai untuk {on.isoformat()}.",
        field="on",
    )


def list_rules() -> list[Rule]:
    """Every version of every rule, by name, the newest first."""
    return [version for name in sorted(_all_rules()) for version in registry[name]]


def _versions(name: str) -> list[Rule]:
    known = _all_rules()
    if name not in known:
        near = difflib.get_close_matches(name, known) or sorted(known)
        raise RuleInputError(f"Aturan '{name}' tidak ada; mungkin: {', '.join(near)}.", field="name")
    return known[name]


@cache
def _all_rules() -> Mapping[str, list[Rule]]:
    """Importing every module of ``formulas`` is what fills the registry; no list is kept by hand."""
    for module in pkgutil.iter_modules(formulas.__path__, prefix=f"{formulas.__name__}."):
        importlib.import_module(module.name)
    return registry


def _object(value: Mapping[str, object]) -> dict[str, Any]:
    return {str(key): to_json(item) for key, item in value.items()}
