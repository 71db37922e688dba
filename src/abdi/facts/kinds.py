"""Every kind of fact there is. Each context registers its own in its `facts.py`, at start."""

from dataclasses import dataclass
from difflib import get_close_matches

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from abdi.platform.errors import InputRefused

_kinds: dict[str, "FactKind"] = {}


@dataclass(frozen=True)
class FactKind:
    """A word the ledger understands. `unit` is the unit of its value, empty where the kind only counts."""

    code: str
    label: str | Promise
    unit: str
    meaning: str | Promise


class KindTaken(RuntimeError):
    """Two contexts claim one kind of fact: a defect."""


def register(*kinds: FactKind) -> None:
    for kind in kinds:
        if _kinds.setdefault(kind.code, kind) != kind:
            raise KindTaken(f"fact kind {kind.code} is registered twice")


def all_kinds() -> list[FactKind]:
    return sorted(_kinds.values(), key=lambda kind: kind.code)


def is_known(code: str) -> bool:
    return code in _kinds


def unknown_kind(code: str) -> InputRefused:
    """The refusal of a kind nobody registered, with the nearest one that exists."""
    near = get_close_matches(code, _kinds, n=1)
    hint = _(" Maksudnya %(near)s?") % {"near": near[0]} if near else ""
    return InputRefused(_("Jenis fakta '%(code)s' tidak dikenal.") % {"code": code} + hint, field="kind")
