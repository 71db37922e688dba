"""A case from its first to its last event: what its closing facts tell, and how a later log extends it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from abdi.integrations.eventlog.events import Event
from abdi.integrations.places import Places

TOLD = ("first", "deadline", "end")
LAST = "last"  # told by a fact that occurred at another moment than the last event


@dataclass(frozen=True, slots=True)
class Span:
    """Unit, employee and channel are those of the last event: whoever finished the case answers for it.

    `deadline` and `end` are the last ones the log told; they stay None where it tells none.
    """

    case: str
    first: datetime
    last: datetime
    unit_id: int
    employee_id: int | None
    channel: str
    deadline: datetime | None = None
    end: datetime | None = None

    @property
    def seconds(self) -> float:
        return (self.last - self.first).total_seconds()

    def told(self) -> dict[str, str]:
        """What every closing fact carries, so that `recorded_span` can read the span back."""
        return {name: moment.isoformat() for name in TOLD if (moment := getattr(self, name))}

    def joined(self, known: "Span | None") -> "Span":
        """This span together with what the ledger knows of the case; equal to `known` when it adds nothing."""
        if known is None:
            return self
        later = self if self.last > known.last else known
        return replace(
            later,
            first=min(self.first, known.first),
            deadline=self.deadline or known.deadline,
            end=self.end or known.end,
        )


def span_of(events: Iterable[Event], places: Places) -> Span:
    """Of one case's events in time; keeps none of them."""
    rest = iter(events)
    last = next(rest)
    first, deadline, end = last.at, last.deadline, last.end
    for last in rest:
        deadline, end = last.deadline or deadline, last.end or end
    return Span(
        case=last.case,
        first=first,
        last=last.at,
        unit_id=places.unit_id(last.unit),
        employee_id=places.employee_id(last.officer),
        channel=last.channel,
        deadline=deadline,
        end=end,
    )


def recorded_span(fact: Mapping[str, Any]) -> Span:
    """Read back from a closing fact as `facts.selectors.current` gives it, corrected or not."""
    attrs = fact["attrs"]
    return Span(
        case=fact["case_key"],
        last=datetime.fromisoformat(attrs[LAST]) if LAST in attrs else fact["occurred_at"],
        unit_id=fact["unit_id"],
        employee_id=fact["employee_id"],
        channel=fact["channel"],
        **{name: datetime.fromisoformat(attrs[name]) for name in TOLD if name in attrs},
    )
