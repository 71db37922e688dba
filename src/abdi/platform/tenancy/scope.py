"""The instansi in whose name the running code reads and writes."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from abdi.platform.tenancy.instansi import Instansi

_current: ContextVar[Instansi | None] = ContextVar("instansi", default=None)
_memory: ContextVar[dict[str, Any]] = ContextVar("instansi_memory")


class NoInstansi(RuntimeError):
    """Tenant-owned data was touched outside `instansi_scope`: a defect, never a user's mistake."""


def current_instansi() -> Instansi:
    instansi = _current.get()
    if instansi is None:
        raise NoInstansi("open instansi_scope(instansi) before touching tenant-owned data")
    return instansi


def instansi_or_none() -> Instansi | None:
    return _current.get()


def scope_memory() -> dict[str, Any]:
    """What may be remembered until this scope closes: one request, one job. Never stale for longer."""
    current_instansi()
    return _memory.get()


@contextmanager
def instansi_scope(instansi: Instansi | None) -> Iterator[Instansi | None]:
    token, memory = _current.set(instansi), _memory.set({})
    try:
        yield instansi
    finally:
        _memory.reset(memory)
        _current.reset(token)
