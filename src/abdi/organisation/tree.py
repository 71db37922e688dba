"""Walking trees and chains in memory: ids in, ids out, the same for units and for people."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from datetime import date
from typing import NamedTuple, TypeVar

K = TypeVar("K", bound=Hashable)


class Span(NamedTuple):
    """From one day to another, both included; `last` empty: without end."""

    first: date
    last: date | None = None

    def meet(self, other: "Span") -> "Span | None":
        """The days both have in common."""
        first = max(self.first, other.first)
        last = min((one for one in (self.last, other.last) if one), default=None)
        return None if last and last < first else Span(first, last)


def ancestors(parents: Mapping[int, int | None], start: int) -> list[int]:
    """`start` and everything above it, nearest first."""
    path: list[int] = []
    node: int | None = start
    while node is not None and node not in path:
        path.append(node)
        node = parents.get(node)
    return path


def descendants(parents: Mapping[int, int | None], root: int) -> set[int]:
    """`root` and everything below it."""
    children: dict[int | None, list[int]] = {}
    for node, parent in parents.items():
        children.setdefault(parent, []).append(node)
    found, waiting = {root}, [root]
    while waiting:
        new = [child for child in children.get(waiting.pop(), []) if child not in found]
        found.update(new)
        waiting.extend(new)
    return found


def loop_through(
    subordinate: K, superior: K, span: Span, above: Callable[[K], Iterable[tuple[K, Span]]]
) -> list[K]:
    """The loop that `subordinate → superior` would close on some day within `span`; empty when none.

    `above(person)` gives the superiors of a person with the days they are that.
    """
    waiting = [([subordinate, superior], span)]
    while waiting:
        path, days = waiting.pop()
        person = path[-1]
        if person == subordinate:
            return path
        for higher, line in above(person):
            shared = days.meet(line)
            if shared and higher not in path[1:]:
                waiting.append(([*path, higher], shared))
    return []
