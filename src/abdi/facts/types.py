"""What goes into the ledger, and what comes back from putting it there."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class NewFact:
    """One measured thing that happened.

    `occurred_at` is aware; `value` is in the unit of its kind (`facts/kinds.py`), None where the kind only
    counts; `source_key` names the event in its source, so that telling it twice records it once.
    """

    kind: str
    occurred_at: datetime
    unit_id: int
    source_key: str
    value: float | None = None
    service_id: int | None = None
    employee_id: int | None = None
    channel: str = ""
    case_key: str = ""
    rule_version: str = ""
    supersedes_id: int | None = None
    attrs: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Recorded:
    """How many facts were new, and how many the ledger knew already."""

    recorded: int
    skipped: int
