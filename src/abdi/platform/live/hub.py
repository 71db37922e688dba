"""One hub in a process, as long as somebody listens there: it looks for changes, and has each drawn once."""

import asyncio
import contextvars
import logging
import signal
import threading
from collections.abc import AsyncIterator, Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import aclosing
from functools import cache, partial
from types import FrameType
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from django.db import Error, close_old_connections

from abdi.platform.live.feeds import Feed, Place, Render, draw
from abdi.platform.live.models import Topic
from abdi.platform.live.signals import address
from abdi.platform.live.wakes import keep_waking

logger = logging.getLogger(__name__)
R = TypeVar("R")

REST = 1.0  # seconds after a look that failed

# However many listen, the database is met from these threads alone. Looking never waits behind a slow drawing.
_looking = ThreadPoolExecutor(1, "live-look")
_drawing = ThreadPoolExecutor(4, "live-draw")
_hubs: "WeakKeyDictionary[asyncio.AbstractEventLoop, Hub]" = WeakKeyDictionary()


async def listen(place: Place, render: Render, seen: int | None) -> AsyncIterator[bytes]:
    """Frames of `place` until the listener leaves or the server stops."""
    loop = asyncio.get_running_loop()
    hub = _hubs.get(loop) or _hubs.setdefault(loop, Hub(loop))
    feed = hub.join(place, render)
    try:
        async with aclosing(feed.frames(seen)) as frames:
            async for frame in frames:
                yield frame
    finally:
        hub.leave(feed)
        if hub.is_idle and _hubs.get(loop) is hub:
            _hubs.pop(loop).close()


class Hub:
    """Belongs to one event loop."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._feeds: dict[Place, Feed] = {}
        self._renders: dict[Place, Render] = {}
        self._drawers: dict[Place, asyncio.Task[None]] = {}
        self._woken = asyncio.Event()
        self._tasks = [
            self._start(self._look()),
            self._start(keep_waking(self._woken.set, self._is_heard)),
        ]
        _hear_the_stop()

    @property
    def is_idle(self) -> bool:
        return not self._feeds

    def join(self, place: Place, render: Render) -> Feed:
        """The newest `render` of a place counts: what it has in hand was read last."""
        self._renders[place] = render
        if place not in self._feeds:
            feed = self._feeds[place] = Feed(place)
            self._drawers[place] = self._start(self._keep_drawn(feed))
        self._feeds[place].listeners += 1
        return self._feeds[place]

    def leave(self, feed: Feed) -> None:
        feed.listeners -= 1
        if not feed.listeners and self._feeds.get(feed.place) is feed:
            self._forget(feed)

    def close(self) -> None:
        for task in self._tasks:
            task.cancel()

    def stop(self) -> None:
        """The server stops: everybody is let go, or it would wait for them."""
        for feed in list(self._feeds.values()):
            feed.end()

    def _forget(self, feed: Feed) -> None:
        del self._feeds[feed.place], self._renders[feed.place]
        self._drawers.pop(feed.place).cancel()

    async def _look(self) -> None:
        """One query for all topics being listened to, however many wakes have gathered."""
        while await self._woken.wait():
            self._woken.clear()
            try:
                versions = await self._in(_looking, _versions, list(self._feeds))
            except Error as error:
                logger.warning("live: cannot look for changes (%s)", type(error).__name__)
                await asyncio.sleep(REST)
                self._woken.set()
                continue
            for place, feed in self._feeds.items():
                feed.want(versions.get(_topic(place), 0))

    async def _keep_drawn(self, feed: Feed) -> None:
        """What cannot be drawn any more lets its listeners go; asking again, they get the page's own answer."""
        while await feed.is_due():
            try:
                drawn = await self._in(_drawing, draw, feed.place, self._renders[feed.place])
            except Exception:
                logger.exception("live: %s could not be drawn", feed.place.topic)
                self._forget(feed)
                feed.end()
                return
            feed.show(*drawn)

    def _is_heard(self, topic: str) -> bool:
        return any(_topic(place) == topic for place in self._feeds)

    def _in(self, threads: ThreadPoolExecutor, work: Callable[..., R], *args: Any) -> asyncio.Future[R]:
        return self._loop.run_in_executor(threads, _with_a_good_connection, work, *args)

    def _start(self, work: Coroutine[Any, Any, R]) -> asyncio.Task[R]:
        """In a context of its own: a task of the hub outlives the request that happened to start it."""
        return self._loop.create_task(work, context=contextvars.Context())


@cache
def _hear_the_stop() -> None:
    """uvicorn tells nobody that it was asked to stop before every stream has ended; so we hear it ourselves, once."""
    if threading.current_thread() is threading.main_thread():
        for number in (signal.SIGTERM, signal.SIGINT):
            if callable(handler := signal.getsignal(number)):
                signal.signal(number, partial(_stop_before, handler))


def _stop_before(
    handler: Callable[[int, FrameType | None], Any], number: int, frame: FrameType | None
) -> None:
    for loop, hub in list(_hubs.items()):
        loop.call_soon_threadsafe(hub.stop)
    handler(number, frame)


def _with_a_good_connection(work: Callable[..., R], *args: Any) -> R:
    close_old_connections()
    return work(*args)


def _topic(place: Place) -> str:
    return address(place.instansi_id, place.topic)


def _versions(places: list[Place]) -> dict[str, int]:
    """By topic address."""
    known = Topic.everywhere.filter(
        instansi__in={place.instansi_id for place in places}, name__in={place.topic for place in places}
    )
    rows = known.values_list("instansi_id", "name", "version")
    return {address(instansi_id, name): version for instansi_id, name, version in rows}
