"""The instansi in whose name the running code reads and writes."""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar, cast

from abdi.platform.tenancy.instansi import Instansi

_current: ContextVar[Instansi | None] = ContextVar("instansi", default=None)
_memory: ContextVar[dict[Hashable, object]] = ContextVar("instansi_memory")
_reading: ContextVar[bool] = ContextVar("reading", default=False)
Answer = TypeVar("Answer")


class NoInstansi(RuntimeError):
    """Tenant-owned data was touched outside `instansi_scope`: a defect, never a user's mistake."""


def current_instansi() -> Instansi:
    instansi = _current.get()
    if instansi is None:
        raise NoInstansi("open instansi_scope(instansi) before touching tenant-owned data")
    return instansi


def instansi_or_none() -> Instansi | None:
    return _current.get()


def remembered(key: Hashable, ask: Callable[[], Answer]) -> Answer:
    """What `ask` says, asked once until this scope closes (one request, one job) or its editor calls `forget`."""
    current_instansi()
    memory = _memory.get()
    if key not in memory:
        memory[key] = ask()
    return cast("Answer", memory[key])


def forget(key: Hashable) -> None:
    """Called by every edit of what is remembered, so that the rest of the request sees it."""
    current_instansi()
    _memory.get().pop(key, None)


def remembered_while_reading(key: Hashable, ask: Callable[[], Answer]) -> Answer:
    """What `ask` says, asked once a page, for what too many verbs change to call `forget`; a verb asks each time."""
    return remembered(key, ask) if _reading.get() else ask()


@contextmanager
def reading() -> Iterator[None]:
    """Nothing of an instansi is written while this is open: what a GET runs in."""
    token = _reading.set(True)
    try:
        yield
    finally:
        _reading.reset(token)


@contextmanager
def instansi_scope(instansi: Instansi | None) -> Iterator[Instansi | None]:
    token, memory = _current.set(instansi), _memory.set({})
    try:
        yield instansi
    finally:
        _memory.reset(memory)
        _current.reset(token)
