"""What bears a number: its facts and the versions of the rules that measured them."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from abdi.measurement.estimates import Cell


@dataclass(frozen=True, slots=True)
class Lineage:
    """`digest` is SHA-256 over `kind digest` lines, by kind (a cell's own: see expressions.cells)."""

    digest: str
    rule_versions: frozenset[str]
    exists: bool  # whether there is any fact


def lineage(cells: Sequence[Cell]) -> Lineage:
    lines = sorted(f"{cell['kind']} {cell['digest']}" for cell in cells)
    versions = frozenset(version for cell in cells for version in cell["rule_versions"] or ())
    return Lineage(hashlib.sha256("\n".join(lines).encode()).hexdigest(), versions, bool(cells))


NOTHING = lineage([])
