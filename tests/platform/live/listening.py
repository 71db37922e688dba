"""A browser's EventSource, as bare as it gets: HTTP/1.0, so that the answer is the stream itself."""

import asyncio
import json
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any, TypeVar
from urllib.parse import urlsplit

import requests

PATIENCE = 20
R = TypeVar("R")


@dataclass
class Listener:
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    heard: list[tuple[str, dict]] = field(default_factory=list)  # (id, state)

    async def next(self) -> tuple[str, dict]:
        """The next state; what keeps the line open is passed over. Raises EOFError when the stream has ended."""
        event: dict[str, str] = {}
        async with asyncio.timeout(PATIENCE):
            while line := (await self.reader.readline()).decode():
                name, _, value = line.rstrip("\n").partition(": ")
                event[name] = value
                if line == "\n" and "id" in event:
                    self.heard.append((event["id"], json.loads(event["data"])))
                    return self.heard[-1]
        raise EOFError

    async def leave(self) -> None:
        self.writer.close()
        await self.writer.wait_closed()


async def connect(url: str, path: str = "/uji/siaran/", last: str = "") -> Listener:
    asked = urlsplit(url)
    reader, writer = await asyncio.open_connection(asked.hostname, asked.port)
    headers = f"Host: {asked.netloc}\r\n" + (f"Last-Event-ID: {last}\r\n" if last else "")
    writer.write(f"GET {path} HTTP/1.0\r\n{headers}\r\n".encode("latin-1"))
    async with asyncio.timeout(PATIENCE):
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
    assert " 200 " in head.splitlines()[0], head
    assert "text/event-stream" in head
    return Listener(reader, writer)


def measure(url: str) -> dict:
    return requests.get(f"{url}/uji/ukuran/", timeout=PATIENCE).json()


def play(story: Coroutine[Any, Any, R]) -> R:
    """Run it in a thread of its own: after a browser's test this one has a loop already."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, story).result()
