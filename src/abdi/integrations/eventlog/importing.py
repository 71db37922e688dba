"""The whole way of an event log: read, staged on disk, then recorded in one transaction."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from django.utils import timezone

from abdi.integrations.eventlog.actions import Tally, record_event_log
from abdi.integrations.eventlog.events import Event, EventReader, Rejection
from abdi.integrations.eventlog.log_files import open_log
from abdi.integrations.eventlog.staging import Staging, staging
from abdi.integrations.importer import led_into
from abdi.platform.accounts.models import User
from abdi.platform.tenancy.models import Instansi

SHOWN = 100  # rejected rows reported one by one


@dataclass(frozen=True)
class LogFile:
    """A file and how to read it: part → column, and the zone of moments that name none."""

    path: Path
    mapping: Mapping[str, str]
    zone: ZoneInfo | None = None


@dataclass
class Rejected:
    """The first rows turned away, and how many in all."""

    count: int = 0
    shown: list[Rejection] = field(default_factory=list)

    def kept_apart(self, rows: Iterator[Event | Rejection]) -> Iterator[Event]:
        for row in rows:
            if isinstance(row, Event):
                yield row
                continue
            self.count += 1
            if len(self.shown) < SHOWN:
                self.shown.append(row)


@dataclass(frozen=True)
class Report:
    events: int
    cases: int
    officers: int
    tally: Tally
    rejected: Rejected

    def as_dict(self) -> dict[str, Any]:
        """JSON-ready. `facts` is everything recorded: events and closings."""
        return {
            "events": self.events,
            "cases": self.cases,
            "officers": self.officers,
            "recorded": self.tally.recorded,
            "skipped": self.tally.skipped,
            "closings": self.tally.closings,
            "facts": self.tally.recorded + self.tally.closings,
            "rejected": [
                {"line": row.line, "column": row.column, "reason": row.reason} for row in self.rejected.shown
            ],
            "rejected_count": self.rejected.count,
        }


def import_event_log(
    *,
    actor: User,
    file: LogFile,
    instansi_code: str,
    layanan_code: str,
    strict: bool = False,
    dry_run: bool = False,
) -> Report:
    """Rows that cannot be read are reported and the rest is recorded; with `strict` one is enough to stop.

    `dry_run` goes the whole way and takes it back, so that its counts are the real ones.
    Raises: InputRefused (the file as a whole), PermissionRefused.
    """
    rejected = Rejected()
    with staging() as log:
        with open_log(file.path) as table:
            rows = EventReader(file.mapping, file.zone, timezone.now()).read(table)
            log.add(rejected.kept_apart(rows))
        stops = strict and rejected.count
        tally = Tally(0, 0, 0)
        if log.events and not stops:
            tally = _record(actor, file, log, instansi_code, layanan_code, dry_run)
        return Report(log.events, log.cases, len(log.officers), tally, rejected)


def _record(
    actor: User, file: LogFile, log: Staging, instansi_code: str, layanan_code: str, dry_run: bool
) -> Tally:
    # a new instansi keeps the zone of the log where that is a zone of Indonesia
    zone = file.zone.key if file.zone and file.zone.key in Instansi.Timezone.values else ""
    with led_into(instansi_code, actor=actor, dry_run=dry_run, zone=zone):
        return record_event_log(
            actor=actor, log=log, layanan_code=layanan_code, ends_told="end" in file.mapping
        )
