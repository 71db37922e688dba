"""Who is next: pure, so that the promise "urut waktu tiba" can be tried on every queue there could be.

A line calls its prioritised numbers first, but after each of them owes so many ordinary ones (`between`) before
the next may jump. Within each kind the earlier place goes first.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

Place = tuple[datetime, int]  # when it was queued, and its row where two were queued in one moment
T = TypeVar("T")


@dataclass(frozen=True)
class Head(Generic[T]):
    """The first ordinary and the first prioritised number of one line, and how many ordinary ones it owes."""

    ordinary: tuple[Place, T] | None
    prioritised: tuple[Place, T] | None
    owed: int

    @property
    def jumps(self) -> bool:
        return self.prioritised is not None and self.owed == 0

    @property
    def first(self) -> tuple[Place, T] | None:
        return self.prioritised if self.jumps else (self.ordinary or self.prioritised)


def choose(heads: Iterable[Head[T]]) -> T | None:
    """Of several lines served at one counter: who may jump before the others, then who has waited longest."""
    firsts = [(not head.jumps, *head.first) for head in heads if head.first]
    return min(firsts, key=lambda one: one[:2])[2] if firsts else None


def owed_after(owed: int, between: int, *, prioritised: bool) -> int:
    """How many ordinary numbers the line owes once this one was called."""
    return between if prioritised else max(0, owed - 1)


def in_order(places: Sequence[tuple[Place, bool]], between: int, owed: int = 0) -> list[Place]:
    """All who wait in one line as they will be called, if nobody comes or goes. Takes (place, is prioritised)."""
    ordinary = sorted(place for place, prioritised in places if not prioritised)
    jumping = sorted(place for place, prioritised in places if prioritised)
    called: list[Place] = []
    while ordinary or jumping:
        prioritised = bool(jumping) and (owed == 0 or not ordinary)
        called.append((jumping if prioritised else ordinary).pop(0))
        owed = owed_after(owed, between, prioritised=prioritised)
    return called
