"""Sealing: what was recorded is written to Parquet once, its SHA-256 chained into the audit trail.

Files are drafted beside their place and take their names only when everything is written; a file no `Segment`
row names does not count. Readers of the ledger never wait: only the boundary is drawn under its lock.
"""

import fcntl
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pyarrow as pa
import pyarrow.parquet as pq
from django.db import transaction
from django.db.models import Max, Min
from django.utils import timezone

from abdi.facts import lake
from abdi.facts.locks import hold_ledger
from abdi.facts.models import Fact, Segment
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.tenancy.models import Instansi
from abdi.platform.tenancy.scope import current_instansi

SEAL = "facts:segment:seal"
RUN = 500_000  # facts sealed in one go; bounds memory and the files open at once
_ROW_GROUP = 65_536


def seal_ledger(*, actor: User, up_to: date | None) -> list[Segment]:
    """Seal the facts recorded before the day `up_to` began in the instansi's zone; None: all there are.

    Returns the new segments. Raises: PolicyRefused when recording does not pause long enough.
    """
    sealed: list[Segment] = []
    with _one_at_a_time(current_instansi()):
        boundary = _boundary(up_to)
        while run := _next_run(boundary):
            sealed += _seal(actor=actor, first_id=run[0], last_id=run[1])
    return sealed


def last_sealed() -> int:
    """Facts up to this id are sealed; those after it are hot."""
    return Segment.objects.aggregate(last=Max("last_id"))["last"] or 0


@dataclass
class Draft:
    """The facts of one month on their way to their sealed file."""

    path: Path
    month: date
    rows: int = 0

    def __post_init__(self) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.draft = self.path.with_name(f".{self.path.name}")
        self._writer = pq.ParquetWriter(self.draft, lake.SCHEMA, compression="zstd")
        self._pending: list[pa.Table] = []

    def add(self, facts: pa.Table) -> None:
        self._pending.append(facts)
        self.rows += facts.num_rows
        if sum(table.num_rows for table in self._pending) >= _ROW_GROUP:
            self._flush()

    def close(self) -> None:
        self._flush()
        self._writer.close()
        with self.draft.open("rb") as written:
            os.fsync(written.fileno())

    def publish(self) -> None:
        self.draft.replace(self.path)

    def _flush(self) -> None:
        if self._pending:
            self._writer.write_table(pa.concat_tables(self._pending).combine_chunks())
            self._pending.clear()


def sha256_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _boundary(up_to: date | None) -> int:
    """The id up to which to seal. While the lock is held no smaller id is still on its way."""
    with transaction.atomic():
        hold_ledger()
        unsealed = Fact.objects.filter(pk__gt=last_sealed())
        if up_to is not None:
            midnight = datetime.combine(up_to, time.min, ZoneInfo(current_instansi().timezone))
            later = unsealed.filter(recorded_at__gte=midnight).aggregate(first=Min("pk"))["first"]
            unsealed = unsealed.filter(pk__lt=later) if later else unsealed
        return unsealed.aggregate(last=Max("pk"))["last"] or 0


def _next_run(boundary: int) -> tuple[int, int] | None:
    unsealed = Fact.objects.filter(pk__gt=last_sealed(), pk__lte=boundary).order_by("pk")
    ids = unsealed.values_list("pk", flat=True)
    first = ids.first()
    if first is None:
        return None
    last = ids[RUN - 1 : RUN].first() or boundary
    return first, last


def _seal(*, actor: User, first_id: int, last_id: int) -> list[Segment]:
    drafts = _write(first_id, last_id)
    return _publish(actor=actor, drafts=drafts, first_id=first_id, last_id=last_id)


def _write(first_id: int, last_id: int) -> list[Draft]:
    code = current_instansi().code
    drafts: dict[date, Draft] = {}
    for chunk in lake.tables(Fact.objects.filter(pk__range=(first_id, last_id)), code):
        for month, facts in lake.by_month(chunk):
            if month not in drafts:
                path = lake.root() / lake.segment_path(code, month, first_id, last_id)
                drafts[month] = Draft(path, month)
            drafts[month].add(facts)
    for draft in drafts.values():
        draft.close()
    return [drafts[month] for month in sorted(drafts)]


@action
def _publish(*, actor: User, drafts: list[Draft], first_id: int, last_id: int) -> list[Segment]:
    """Give the files their names, and the trail their hashes; both or, to every reader, neither."""
    now = timezone.now()
    segments = []
    for draft in drafts:
        segment = Segment.objects.create(
            path=str(draft.path.relative_to(lake.root())),
            month=draft.month,
            first_id=first_id,
            last_id=last_id,
            rows=draft.rows,
            sha256=sha256_of(draft.draft),
            sealed_at=now,
        )
        seal = {"path": segment.path, "sha256": segment.sha256, "rows": segment.rows}
        record(actor=actor, tag=SEAL, subject=segment, data=seal)
        segments.append(segment)
    for draft in drafts:
        draft.publish()
    return segments


@contextmanager
def _one_at_a_time(instansi: Instansi) -> Iterator[None]:
    """Sealers of one instansi queue at the folder they write to."""
    folder = lake.root() / f"instansi={instansi.code}"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".seal").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
