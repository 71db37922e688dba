"""Is the ledger what was sealed? Files, rows and trail are held against each other, value by value."""

from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.dataset as ds
from django.utils.translation import gettext as _

from abdi.facts import lake
from abdi.facts.models import Fact, Segment
from abdi.facts.sealing import SEAL, sha256_of
from abdi.platform.audit import trail
from abdi.platform.audit.models import AuditEntry
from abdi.platform.tenancy.scope import current_instansi

_BEFORE_EVERY_ID = -(2**63)  # a forged row may have a number no sequence gave out


@dataclass(frozen=True)
class Finding:
    """One place where the ledger is not what was sealed."""

    place: str
    reason: str

    def __str__(self) -> str:
        return f"{self.place}: {self.reason}"


def verify_ledger() -> Iterator[Finding]:
    """Everything wrong with the current instansi's ledger, in constant memory; nothing when it is whole.

    Unsealed rows are guarded by the database's triggers only: seal first to have them verified.
    """
    segments = list(Segment.objects.order_by("first_id", "month"))
    yield from _chain()
    yield from _seals(segments)
    broken = {segment.path: reason for segment in segments if (reason := _file_problem(segment))}
    yield from (Finding(path, reason) for path, reason in broken.items())
    yield from _strays(segments)
    after = _BEFORE_EVERY_ID
    for (_first, last), run in groupby(segments, key=lambda one: (one.first_id, one.last_id)):
        yield from _rows(list(run), broken, after)
        after = last


def _chain() -> Iterator[Finding]:
    for place in trail.verify():
        yield Finding(_("jejak audit %(chain)s#%(sequence)s") % vars(place), place.reason)


def _seals(segments: Sequence[Segment]) -> Iterator[Finding]:
    """Segment rows and their entries in the audit trail name the same files, hashes and counts."""
    entries = AuditEntry.objects.filter(chain=current_instansi().code, tag=SEAL)
    told = dict(entries.values_list("subject_id", "data"))
    for one in segments:
        place = lake.segment_path(current_instansi().code, one.month, one.first_id, one.last_id)
        seal = {"path": place, "sha256": one.sha256, "rows": one.rows}
        if one.path != place or told.pop(str(one.uid), None) != seal:
            yield Finding(one.path, _("baris segel tidak sama dengan jejak audit"))
    for seal in told.values():
        yield Finding(seal["path"], _("disegel menurut jejak audit, tetapi baris segelnya hilang"))


def _file_problem(segment: Segment) -> str:
    path = lake.root() / segment.path
    if not path.is_file():
        return _("berkas segel hilang")
    if sha256_of(path) != segment.sha256:
        return _("isi berkas segel berubah: SHA-256 tidak cocok")
    return ""


def _strays(segments: Sequence[Segment]) -> Iterator[Finding]:
    known = {segment.path for segment in segments}
    folder = lake.root() / f"instansi={current_instansi().code}"
    for file in sorted(folder.rglob("*")):
        name = str(file.relative_to(lake.root()))
        if file.is_file() and not file.name.startswith(".") and name not in known:
            yield Finding(name, _("berkas ini tidak pernah disegel; periksa asalnya, lalu pindahkan"))


def _rows(run: Sequence[Segment], broken: Mapping[str, str], after: int) -> Iterator[Finding]:
    """Every row between two seals against the files of the later one; months whose file is broken rest.

    A month that has no file in this run has no sealed rows either, so that any row found there was slipped in.
    """
    sound = {one.month: one.path for one in run if one.path not in broken}
    resting = {one.month for one in run} - sound.keys()
    files = _dataset(sound.values())
    last = run[-1].last_id
    facts = Fact.objects.filter(pk__gt=after, pk__lte=last)
    for chunk in lake.tables(facts, current_instansi().code):
        upto = chunk["id"][-1].as_py()
        yield from _compare(_outside(chunk, resting), _sealed(files, after, upto), sound)
        after = upto
    yield from _compare(lake.SCHEMA.empty_table(), _sealed(files, after, last), sound)


def _dataset(paths: Collection[str]) -> ds.Dataset:
    if not paths:
        return ds.dataset(lake.SCHEMA.empty_table())
    return ds.dataset([str(lake.root() / path) for path in paths], schema=lake.SCHEMA)


def _sealed(files: ds.Dataset, after: int, upto: int) -> pa.Table:
    ids = pc.field("id")
    return files.to_table(filter=(ids > after) & (ids <= upto)).sort_by("id")


def _outside(facts: pa.Table, months: Set[date]) -> pa.Table:
    numbers = pa.array([12 * month.year + month.month - 1 for month in months], pa.int64())
    return facts.filter(pc.invert(pc.is_in(lake.month_numbers(facts), value_set=numbers)))


def _compare(stored: pa.Table, sealed: pa.Table, sound: Mapping[date, str]) -> Iterator[Finding]:
    if stored.equals(sealed):
        return
    rows = {row["id"]: row for row in stored.to_pylist()}
    seals = {row["id"]: row for row in sealed.to_pylist()}
    for number in sorted(rows.keys() | seals.keys()):
        if reason := _difference(rows.get(number), seals.get(number), sound):
            yield Finding(_("fakta %s") % number, reason)


def _difference(
    row: Mapping[str, Any] | None, seal: Mapping[str, Any] | None, sound: Mapping[date, str]
) -> str:
    if seal is None:
        return _("ada di basis data, tetapi tidak ada di segel mana pun")
    path = sound[seal["occurred_at"].date().replace(day=1)]
    if row is None:
        return _("ada di segel %s, tetapi hilang dari basis data atau berpindah bulan") % path
    columns = ", ".join(name for name in lake.SCHEMA.names if row[name] != seal[name])
    return (
        _("kolom %(columns)s berbeda dari segel %(path)s") % {"columns": columns, "path": path}
        if columns
        else ""
    )
