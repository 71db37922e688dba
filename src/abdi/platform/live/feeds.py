"""One feed: what one address shows of one topic, drawn once per version for all who listen there."""

import asyncio
import json
from collections.abc import AsyncGenerator, Callable
from dataclasses import dataclass
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone, translation

from abdi.platform.live.signals import versions
from abdi.platform.tenancy.models import Instansi
from abdi.platform.tenancy.scope import instansi_scope

Render = Callable[[int], dict[str, Any]]  # the state at a version of the topic, or a newer one

HEARTBEAT = 15.0  # seconds; below the half minute after which proxies give up on a silent connection
NOTHING = -1  # no version: not drawn yet
BEAT = b": hidup\n\nevent: beat\ndata: 1\n\n"  # a comment for proxies, an event for the page: it cannot see comments


@dataclass(frozen=True)
class Place:
    """Where a feed is shown. Whoever listens at one place is shown the same."""

    instansi_id: int
    topic: str
    path: str
    language: str


class Feed:
    """Only the newest frame is kept: a listener who is slow skips what lay between, and holds nobody else."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.listeners = 0
        self.version = NOTHING  # drawn so far
        self._wanted = 0  # the newest known
        self._due = asyncio.Event()
        self._frame = b""
        self._has_ended = False
        self._turn = asyncio.Event()  # of this version; the next has its own

    def want(self, version: int) -> None:
        if version > self._wanted:
            self._wanted = version
            self._due.set()

    async def is_due(self) -> bool:
        """Returns, always with True, as soon as a version is wanted that is not drawn yet."""
        while self.version >= self._wanted:
            self._due.clear()
            await self._due.wait()
        return True

    def show(self, version: int, frame: bytes) -> None:
        self.version, self._frame = version, frame
        self._wake()

    def end(self) -> None:
        """Every listener is let go and may come back."""
        self._has_ended = True
        self._wake()

    def _wake(self) -> None:
        self._turn, turn = asyncio.Event(), self._turn
        turn.set()

    async def frames(self, seen: int | None) -> AsyncGenerator[bytes, None]:
        """The present state unless it is the one already `seen`, each later one, and a heartbeat in silence."""
        while not self._has_ended:
            if self.version not in (NOTHING, seen):
                seen = self.version
                yield self._frame
            elif not await _comes(self._turn):
                yield BEAT


async def _comes(turn: asyncio.Event) -> bool:
    try:
        async with asyncio.timeout(HEARTBEAT):
            await turn.wait()
    except TimeoutError:
        return False
    return True


def draw(place: Place, render: Render) -> tuple[int, bytes]:
    """The present version and its frame. What changes meanwhile has a later version and is drawn again."""
    instansi = Instansi.objects.get(pk=place.instansi_id)
    with (
        instansi_scope(instansi),
        timezone.override(instansi.timezone),
        translation.override(place.language),
    ):
        version = versions([place.topic])[place.topic]
        return version, frame(version, render(version))


def frame(version: int, state: dict[str, Any]) -> bytes:
    """One event as the HTML standard's event-stream format writes it; JSON has no line breaks of its own."""
    return f"id: {version}\ndata: {json.dumps(state, cls=DjangoJSONEncoder)}\n\n".encode()
