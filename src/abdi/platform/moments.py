"""What time it is for the verbs: the clock's, unless a day gone by is being replayed."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime

from django.utils import timezone

_replayed: ContextVar[datetime | None] = ContextVar("replayed_moment", default=None)


def now() -> datetime:
    return _replayed.get() or timezone.now()


def today() -> date:
    """The day in the instansi's own calendar."""
    return timezone.localdate(now())


@contextmanager
def replayed_at(moment: datetime) -> Iterator[None]:
    """The verbs inside happen at `moment` (aware), as a log of another system tells it."""
    token = _replayed.set(moment)
    try:
        yield
    finally:
        _replayed.reset(token)
