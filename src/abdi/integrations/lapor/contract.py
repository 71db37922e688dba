"""What is exchanged with SP4N-LAPOR!, whatever its wire looks like.

Its partner interface is not public, so this contract is ours: neutral words of PermenPANRB 62/2018. A different wire
is another `Desk`.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from abdi.voice.complaints.enums import Kind
from abdi.voice.complaints.types import Place, Reporter


@dataclass(frozen=True, slots=True)
class Report:
    """One report as it stands there. Who made it is asked for apart, and never where it is anonymous."""

    key: str
    kind: Kind
    title: str
    text: str
    received_at: datetime
    happened_on: date | None
    category: str
    place: Place | None
    is_anonymous: bool
    is_secret: bool


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A report that breaks the contract: its key, as far as it can be told, and why."""

    key: str
    reason: str


@dataclass(frozen=True, slots=True)
class Page:
    """Reports after a cursor, in order; `cursor` stands behind the last of them."""

    reports: list[Report | Unreadable]
    cursor: str
    has_more: bool


@dataclass(frozen=True, slots=True)
class Update:
    """What became of a report: `number` orders the updates of one report, `key` is the same at every attempt."""

    key: str
    report: str
    number: int
    status: str
    text: str
    at: datetime


class Desk(Protocol):
    """Every call raises DomainError with one sentence where the other side is away or breaks the contract."""

    def fetch(self, cursor: str) -> Page: ...

    def fetch_one(self, key: str) -> Report: ...

    def reporter_of(self, key: str) -> Reporter: ...

    def send(self, update: Update) -> None: ...
