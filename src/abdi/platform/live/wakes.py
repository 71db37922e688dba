"""How a process learns that a topic may have changed: one way on each database, behind one function."""

import asyncio
import logging
from collections.abc import Callable
from typing import Any

import psycopg
from django.db import connection

from abdi.platform.live.signals import CHANNEL

logger = logging.getLogger(__name__)

POLL = 0.1  # seconds; a board shows a call within 300 ms, and the look costs one indexed row a topic
REST = 1.0  # seconds before PostgreSQL is tried again

IsHeard = Callable[[str], bool]
Wake = Callable[[], None]


async def keep_waking(wake: Wake, is_heard: IsHeard) -> None:
    """Call `wake` whenever a topic that `is_heard` may have changed. Runs until it is cancelled."""
    if connection.vendor != "postgresql":
        await _by_the_clock(wake)
    while True:
        try:
            await _by_notification(wake, is_heard)
        except psycopg.Error as error:
            logger.warning("live: PostgreSQL is away (%s)", type(error).__name__)
            await asyncio.sleep(REST)


async def _by_the_clock(wake: Wake) -> None:
    while True:
        wake()
        await asyncio.sleep(POLL)


async def _by_notification(wake: Wake, is_heard: IsHeard) -> None:
    """A connection of its own. Once it listens, whatever was missed without it is looked for."""
    async with await psycopg.AsyncConnection.connect(**_parameters(), autocommit=True) as listening:
        await listening.execute(f"LISTEN {CHANNEL}")
        wake()
        async for notice in listening.notifies():
            if is_heard(notice.payload):
                wake()


def _parameters() -> dict[str, Any]:
    """Those of the database settings; how Django reads rows does not matter here."""
    own = {"cursor_factory", "context"}
    return {name: value for name, value in connection.get_connection_params().items() if name not in own}
