"""Which numbers new facts can touch: their kinds, and from when to when they happened.

Every call of `record_facts` tells its reach in its audit row. The rows of one chain are numbered in the order
they were committed, so "everything since row N" misses nothing, however long a transaction took.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self

from abdi.facts.types import NewFact
from abdi.platform.audit.models import AuditEntry
from abdi.platform.tenancy.scope import current_instansi

RECORD = "facts:ledger:record"


@dataclass(frozen=True, slots=True)
class Reach:
    """`kinds` that were recorded and the moments of the first and the last of them; `row` is the newest told."""

    kinds: frozenset[str] = frozenset()
    first: datetime | None = None
    last: datetime | None = None
    row: int = 0

    def with_facts(self, batch: Sequence[NewFact]) -> Self:
        return self.joined(
            {fact.kind for fact in batch},
            min(fact.occurred_at for fact in batch),
            max(fact.occurred_at for fact in batch),
        )

    def joined(self, kinds: set[str], first: datetime, last: datetime, row: int = 0) -> Self:
        return type(self)(
            self.kinds | kinds,
            min(self.first or first, first),
            max(self.last or last, last),
            max(self.row, row),
        )

    def as_dict(self) -> dict[str, Any]:
        moments = {"first": self.first, "last": self.last}
        told = {name: moment.isoformat() for name, moment in moments.items() if moment}
        return {"kinds": sorted(self.kinds), **told}


def recorded_after(row: int) -> Reach:
    """The joint reach of everything recorded in the current instansi after that row of its audit chain."""
    entries = AuditEntry.objects.filter(chain=current_instansi().code, tag=RECORD, sequence__gt=row)
    reach = Reach(row=row)
    for number, data in entries.order_by("sequence").values_list("sequence", "data"):
        if data["recorded"]:
            first, last = (datetime.fromisoformat(data[name]) for name in ("first", "last"))
            reach = reach.joined(set(data["kinds"]), first, last, number)
    return reach
