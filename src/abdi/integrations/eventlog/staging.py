"""Events wait here, on disk, until the whole file has been read.

So memory stays constant however long the log, nothing is half-written, and the events of a case come back
together and in time, whatever their order in the file.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from itertools import groupby, islice
from operator import attrgetter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.conf import settings

from abdi.integrations.eventlog.events import Event
from abdi.integrations.tables.moments import EPOCH

BATCH = 5_000
_MICROSECOND = timedelta(microseconds=1)
_SCHEMA = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA cache_size = -16384;
CREATE TABLE event (
    case_key TEXT, at INTEGER, place INTEGER, activity TEXT, officer TEXT, unit TEXT, channel TEXT,
    deadline INTEGER, closed INTEGER, lifecycle TEXT, instance TEXT, PRIMARY KEY (case_key, at, place)
) WITHOUT ROWID;
"""
_INSERT = "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_IN_ORDER = """
SELECT case_key, activity, at, officer, unit, channel, deadline, closed, lifecycle, instance
FROM event ORDER BY case_key, at, place
"""


@contextmanager
def staging() -> Iterator["Staging"]:
    """An empty staging area below ABDI_HOME, gone afterwards."""
    home = Path(settings.ABDI_HOME) / "tmp"
    home.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=home, prefix="eventlog-") as directory:
        database = sqlite3.connect(Path(directory) / "events.sqlite3", isolation_level=None)
        try:
            database.executescript(_SCHEMA)
            yield Staging(database)
        finally:
            database.close()


class Staging:
    """`desks` counts the events of each (officer, unit); both may be empty."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self.events = 0
        self.desks: Counter[tuple[str, str]] = Counter()

    def add(self, events: Iterable[Event]) -> None:
        rest = iter(events)
        while batch := list(islice(rest, BATCH)):
            places = range(self.events, self.events + len(batch))
            rows = [_to_row(event, place) for event, place in zip(batch, places, strict=True)]
            self._database.executemany(_INSERT, rows)
            self.events += len(batch)
            self.desks.update((event.officer, event.unit) for event in batch)

    @property
    def cases(self) -> int:
        query = "SELECT count(*) FROM (SELECT DISTINCT case_key FROM event)"
        return int(self._database.execute(query).fetchone()[0])

    @property
    def officers(self) -> set[str]:
        return {officer for officer, _ in self.desks if officer}

    @property
    def until(self) -> datetime:
        """The moment of the last event of all; the epoch while there is none."""
        return EPOCH + (self._database.execute("SELECT max(at) FROM event").fetchone()[0] or 0) * _MICROSECOND

    def by_case(self) -> Iterator[Iterator[Event]]:
        """The events of one case after another, each case in time, equal moments in file order."""
        rows = self._database.execute(_IN_ORDER)
        for _, events in groupby(map(_to_event, rows), key=attrgetter("case")):
            yield events


def _to_row(event: Event, place: int) -> tuple[Any, ...]:
    moments = _microseconds(event.at), _microseconds(event.deadline), _microseconds(event.end)
    at, deadline, closed = moments
    texts = event.activity, event.officer, event.unit, event.channel
    return event.case, at, place, *texts, deadline, closed, event.lifecycle, event.instance


def _to_event(row: tuple[Any, ...]) -> Event:
    case, activity, at, officer, unit, channel, deadline, closed, lifecycle, instance = row
    moment = EPOCH + at * _MICROSECOND
    return Event(
        case,
        activity,
        moment,
        officer,
        unit,
        channel,
        _moment(deadline),
        _moment(closed),
        lifecycle,
        instance,
    )


def _microseconds(moment: datetime | None) -> int | None:
    return None if moment is None else (moment - EPOCH) // _MICROSECOND


def _moment(microseconds: int | None) -> datetime | None:
    return None if microseconds is None else EPOCH + microseconds * _MICROSECOND
