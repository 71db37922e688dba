"""Writing and verifying the trail.

Each row's hash is SHA-256(previous hash + canonical JSON of the row), so that altering, removing or
reordering a row breaks every later one (Schneier & Kelsey, "Secure Audit Logs", 1999).
"""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.contrib.auth.models import AbstractBaseUser
from django.db import models, transaction
from django.utils import timezone

from abdi.platform.audit.models import AuditEntry, AuditHead
from abdi.platform.tenancy.instansi import INSTALLATION, Instansi
from abdi.platform.tenancy.scope import instansi_or_none

P = ParamSpec("P")
R = TypeVar("R")

_EXPONENT_FROM = 1e16  # from here on Python writes a float without its point
_written: ContextVar[int] = ContextVar("audit_written", default=0)


class MissingAudit(AssertionError):
    """An action ended without an audit row: a defect, so the transaction is rolled back."""


@dataclass(frozen=True)
class Break:
    """Where a chain no longer holds."""

    chain: str
    sequence: int
    reason: str


def action(func: Callable[P, R]) -> Callable[P, R]:
    """Mark a use case: one transaction, and no way out of it without an audit row."""

    @wraps(func)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        with transaction.atomic():
            before = _written.get()
            result = func(*args, **kwargs)
            if _written.get() == before:
                raise MissingAudit(f"{func.__module__}.{func.__qualname__} wrote no audit row")
        return result

    return run


def chain_of(instansi: Instansi | None) -> str:
    """The chain of an instansi; without one, that of the installation."""
    return instansi.code if instansi else INSTALLATION


def record(
    *, actor: AbstractBaseUser, tag: str, subject: models.Model, data: Mapping[str, Any] | None = None
) -> AuditEntry:
    """Append one row to the current instansi's chain, inside the caller's transaction."""
    instansi = instansi_or_none()
    chain = chain_of(instansi)
    head, _ = AuditHead.objects.select_for_update().get_or_create(chain=chain)
    entry = AuditEntry(
        chain=chain,
        sequence=head.sequence + 1,
        instansi=instansi,
        at=timezone.now(),
        actor_id=actor.pk,
        tag=tag,
        subject_type=subject._meta.label_lower,
        subject_id=str(getattr(subject, "uid", subject.pk)),
        data=_kept(data or {}),
        previous_hash=head.hash,
    )
    entry.hash = entry_hash(entry)
    entry.save(force_insert=True)
    head.sequence, head.hash = entry.sequence, entry.hash
    head.save()
    _written.set(_written.get() + 1)
    return entry


def entry_hash(entry: AuditEntry) -> str:
    content = {
        "chain": entry.chain,
        "sequence": entry.sequence,
        "at": _instant(entry.at),
        "actor": entry.actor_id,
        "tag": entry.tag,
        "subject": [entry.subject_type, entry.subject_id],
        "data": entry.data,
    }
    return hashlib.sha256((entry.previous_hash + _canonical(content)).encode()).hexdigest()


def verify() -> Iterator[Break]:
    """Recompute every chain of the installation; yields each place where one breaks."""
    heads = AuditHead.objects.values_list("chain", flat=True)
    rows = AuditEntry.objects.order_by().values_list("chain", flat=True).distinct()
    for chain in sorted({*heads, *rows}):
        yield from _verify_chain(chain)


def _verify_chain(chain: str) -> Iterator[Break]:
    """The head is read before and after the rows, so that rows appended meanwhile are no false alarm."""
    head = _head(chain)
    expected, previous, at_head = 1, "", ""
    for entry in AuditEntry.objects.filter(chain=chain).order_by("sequence").iterator():
        if entry.sequence != expected:
            yield Break(chain, expected, "baris hilang")
        if entry.previous_hash != previous:
            yield Break(chain, entry.sequence, "tidak menyambung dengan baris sebelumnya")
        if entry.hash != entry_hash(entry):
            yield Break(chain, entry.sequence, "isi baris diubah")
        if entry.sequence == head.sequence:
            at_head = entry.hash
        expected, previous = entry.sequence + 1, entry.hash
    if at_head != head.hash or _head(chain).sequence < expected - 1:
        yield Break(chain, head.sequence, "ujung rantai tidak cocok; baris terakhir mungkin dihapus")


def _head(chain: str) -> AuditHead:
    return AuditHead.objects.filter(chain=chain).first() or AuditHead(chain=chain)


def _kept(data: Mapping[str, Any]) -> Any:
    """`data` as every database gives it back, so that its hash can be made again.

    PostgreSQL keeps JSON numbers as decimals: 1e16 comes back as an integer and -0.0 as 0.0, and what is not
    finite is refused. Such floats are told as text.
    """
    return json.loads(_canonical(dict(data)), parse_float=_steady, parse_constant=str)


def _steady(literal: str) -> float | str:
    number = float(literal)
    is_steady = abs(number) < _EXPONENT_FROM and literal != "-0.0"
    return number if is_steady else literal


def _canonical(content: Any) -> str:
    return json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=_plain)


def _plain(value: object) -> str:
    return _instant(value) if isinstance(value, datetime) else str(value)


def _instant(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
