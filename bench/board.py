"""From the officer's call to the display: a real server, two hundred boards that listen, calls from another process."""

import asyncio
import json
import os
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from statistics import quantiles
from urllib.parse import urlsplit, urlunsplit

from bench import crowd
from bench.harness import Figure, fresh_database, report

CALLS = {"ci": 40, "large": 200}
BOARDS, ADDRESSES = 200, 10  # displays, and how many different ones among them
OFFICERS = 4
REST = 0.25  # seconds between two calls
GOAL = 300  # milliseconds
PATIENCE = 60  # seconds


def run(size: str) -> Iterator[Figure]:
    """Milliseconds from pressing the key (the verb and its commit included) until a display has the new state."""
    calls = CALLS[size]
    with fresh_database():
        with crowd.example():
            room = crowd.open_room(OFFICERS)
            codes = _open_boards(room)
        crowd.issue_many(room, calls)
        start = time.perf_counter()
        with _server() as port:
            waits, listened = asyncio.run(_measure(port, codes, room, calls))
        seconds = time.perf_counter() - start
    cuts = quantiles(waits, n=100, method="inclusive")
    yield Figure("board.call_to_display_p50_ms", round(cuts[49], 1), "ms", len(waits), seconds)
    yield Figure("board.call_to_display_p95_ms", round(cuts[94], 1), "ms", len(waits), seconds, goal=GOAL)
    yield Figure("board.boards", listened, "papan", calls, seconds, goal=BOARDS, more_is_better=True)
    missed = listened * calls - len(waits)
    yield Figure("board.missed_calls", missed, "panggilan", calls, seconds, goal=0)


def _open_boards(room: crowd.Room) -> list[str]:
    from abdi.platform.accounts.models import system_user
    from abdi.services.queue.actions import create_board
    from abdi.services.queue.models import Pool

    line = Pool.objects.select_related("unit").get(pk=room.line)
    told = {"actor": system_user(), "unit": line.unit, "pools": [line]}
    return [
        create_board(code=f"papan-{number}", name=f"Papan {number}", **told).code
        for number in range(ADDRESSES)
    ]


async def _measure(port: int, codes: list[str], room: crowd.Room, calls: int) -> tuple[list[float], int]:
    """Milliseconds of every call on every display that showed it, and how many displays listened to the end."""
    ready = asyncio.Semaphore(0)
    displays = [
        asyncio.create_task(_listen(port, codes[number % ADDRESSES], calls, ready))
        for number in range(BOARDS)
    ]
    for _ in displays:
        await asyncio.wait_for(ready.acquire(), PATIENCE)
    pressed = await asyncio.to_thread(_in_another_process, room, calls)
    done, late = await asyncio.wait(displays, timeout=PATIENCE)
    for display in late:
        display.cancel()
    shown = [display.result() for display in done if not display.exception()]
    waits = [(seen[label] - at) * 1000 for seen in shown for label, at in pressed.items() if label in seen]
    return waits, len(shown)


async def _listen(port: int, code: str, calls: int, ready: asyncio.Semaphore) -> dict[str, float]:
    """One display: when it first had each number; ends when it has had all of them."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=1 << 20)
    writer.write(f"GET /papan/{code}/siaran/ HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n".encode())
    await reader.readuntil(b"\r\n\r\n")
    seen: dict[str, float] = {}
    has_begun = False
    while len(seen) < calls and (line := await reader.readline()):
        if line.startswith(b"data: {"):
            at = time.monotonic()
            for call in json.loads(line.removeprefix(b"data: "))["calls"]:
                seen.setdefault(call["label"], at)
            if not has_begun:
                has_begun = True
                ready.release()
    writer.close()
    return seen


def _in_another_process(room: crowd.Room, calls: int) -> dict[str, float]:
    """Number → when its officer pressed the key, by the clock that all processes of the machine share."""
    from django.db import connections

    connections.close_all()
    context = get_context("fork")
    here, there = context.Pipe(duplex=False)
    officers = context.Process(target=_call, args=(room, calls, there))
    officers.start()
    pressed: dict[str, float] = here.recv()
    officers.join()
    return pressed


def _call(room: crowd.Room, calls: int, told) -> None:
    from abdi.services.queue.actions import call_next, no_show
    from abdi.services.queue.models import Session

    pressed, rest = {}, threading.Event()
    with crowd.example():
        rows = Session.objects.select_related("employee__user").in_bulk(room.sessions)
        at_hand = dict.fromkeys(room.sessions)
        for number in range(calls):
            session = rows[room.sessions[number % OFFICERS]]
            actor = session.employee.user
            if ticket := at_hand[session.pk]:
                no_show(actor=actor, ticket=ticket)
            rest.wait(REST)
            at = time.monotonic()
            at_hand[session.pk] = ticket = call_next(actor=actor, session=session)
            pressed[ticket.label] = at
    told.send(pressed)
    told.close()
    os._exit(0)


@contextmanager
def _server() -> Iterator[int]:
    """uvicorn as script/demo starts it, on the bench's own database."""
    from django.db import connections

    connections.close_all()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "uvicorn", "abdi.config.asgi:application", "--host", "127.0.0.1"]
    command += ["--port", str(port), "--log-level", "warning", "--no-access-log"]
    with tempfile.TemporaryFile() as log:
        server = subprocess.Popen(command, env=_environment(), stderr=log)
        try:
            _wait_for(port, server)
            yield port
        finally:
            server.terminate()
            server.wait(20)


def _environment() -> dict[str, str]:
    """The server's: on PostgreSQL with the name of the database that was made for the bench."""
    from django.db import connection

    address = os.environ.get("ABDI_DATABASE_URL")
    if not address:
        return dict(os.environ)
    parts, name = urlsplit(address), connection.settings_dict["NAME"]
    own = urlunsplit((parts.scheme, parts.netloc, f"/{name}", parts.query, parts.fragment))
    return {**os.environ, "ABDI_DATABASE_URL": own}


def _wait_for(port: int, server: subprocess.Popen) -> None:
    end, rest = time.monotonic() + PATIENCE, threading.Event()
    while time.monotonic() < end and server.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=5).close()
        except ConnectionError:
            rest.wait(0.2)
        else:
            return
    raise RuntimeError("the server did not start")


if __name__ == "__main__":
    report("board", run)
