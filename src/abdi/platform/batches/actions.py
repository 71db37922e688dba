"""Ordering many documents at once."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.utils import timezone

from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.batches import files
from abdi.platform.batches.enums import BatchStatus
from abdi.platform.batches.models import Batch
from abdi.platform.batches.permissions import check_can_fetch
from abdi.platform.batches.portions import ask_for_next
from abdi.platform.batches.workflow import BATCH
from abdi.platform.documents.papers import Paper
from abdi.platform.errors import InputRefused
from abdi.platform.locking import hold
from abdi.platform.notifications.notify import notify
from abdi.platform.validation import write


@action
def order_batch(
    *,
    actor: User,
    paper: Paper,
    title: str,
    period: UUID,
    units: set[int] | None = None,
    ids: Sequence[UUID] | None = None,
) -> Batch:
    """Print one kind of document for a period: in these units (None: everywhere), or only these subjects.

    Of them those `actor` may see; each is asked for by itself when it is printed.
    Raises InputRefused when there is none.
    """
    found = paper.subjects(actor, period, units)
    if ids is not None:
        found = found.filter(uid__in=ids)
    subjects = [str(uid) for uid in found.values_list("uid", flat=True)]
    if not subjects:
        raise InputRefused(
            "Tidak ada dokumen yang boleh Anda lihat untuk pilihan ini; ubah periode atau unitnya.",
            field="period",
        )
    batch = write(
        Batch(kind=paper.code, title=title, subjects=subjects, total=len(subjects), ordered_by=actor)
    )
    record(
        actor=actor,
        tag="batches:batch:order",
        subject=batch,
        data={"kind": paper.code, "period": period, "total": batch.total},
    )
    ask_for_next(batch)
    return batch


@action
def finish_batch(*, actor: User, batch: Batch) -> Batch:
    """Everything is printed: pack it, and tell who ordered it."""
    hold(batch)
    check_can_fetch(actor, batch)
    BATCH.check("finish", batch.status)
    files.pack(batch)
    batch.status, batch.finished_at = BatchStatus.SELESAI, timezone.now()
    batch.save()
    data: dict[str, Any] = {"total": batch.total, "passed_over": batch.passed_over}
    record(actor=actor, tag=BATCH["finish"].tag, subject=batch, data=data)
    notify(
        recipient=actor,
        kind="batches.finished",
        title="Dokumen yang Anda pesan siap diunduh",
        body=batch.title,
        url=f"/kerja/dokumen/{batch.uid}/",
    )
    return batch


@action
def remove_batch(*, actor: User, batch: Batch) -> Batch:
    """Personal data is not kept longer than it is of use; the documents can be printed again."""
    hold(batch)
    check_can_fetch(actor, batch)
    BATCH.check("remove", batch.status)
    batch.status = BatchStatus.DIHAPUS
    batch.save()
    record(actor=actor, tag=BATCH["remove"].tag, subject=batch)
    files.remove(batch)
    return batch
