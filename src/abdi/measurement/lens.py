"""How the ledger is looked at, in words that need no engine."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

SCOPE_COLUMNS = {"petugas": "employee_id", "unit": "unit_id", "layanan": "service_id", "kanal": "channel"}


@dataclass(frozen=True, slots=True)
class Lens:
    """Which facts are looked at, and into which groups they fall.

    `since` and `until` (not included) are moments; `shift` is the seconds local time is ahead of UTC, a
    constant in all three Indonesian zones. `only` pairs a column with the values it may have.
    """

    kinds: tuple[str, ...]
    per: str | None = None
    by_month: bool = False
    since: datetime | None = None
    until: datetime | None = None
    shift: int = 0
    only: dict[str, list[Any]] = field(default_factory=dict)
