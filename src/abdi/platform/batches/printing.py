"""The worker's side: print a portion, then make room for whatever else waits."""

import time
from itertools import islice
from typing import Any

from django.utils.text import slugify

from abdi.platform.batches import files
from abdi.platform.batches.actions import finish_batch
from abdi.platform.batches.enums import BatchStatus
from abdi.platform.batches.models import Batch
from abdi.platform.batches.portions import TOPIC, ask_for_next
from abdi.platform.documents.papers import Paper, paper_of
from abdi.platform.errors import PermissionRefused
from abdi.platform.outbox.handlers import Delivery, handles
from abdi.platform.verification.actions import issue
from abdi.platform.verification.permissions import check_can_issue

PORTION = 100  # documents
SECONDS = 60.0  # well within the lease of a message


@handles(TOPIC)
def print_portion(delivery: Delivery) -> None:
    """Go on from where the batch stands; printing a document twice gives the same file."""
    batch = Batch.objects.select_related("ordered_by", "instansi").get(pk=delivery.payload["batch"])
    if batch.status != BatchStatus.BERJALAN:
        return
    paper, until = paper_of(batch.kind), time.monotonic() + SECONDS
    for place, uid in islice(enumerate(batch.subjects), batch.done, batch.done + PORTION):
        batch.passed_over += not _print(batch, paper, place, uid)
        batch.done = place + 1
        Batch.objects.filter(pk=batch.pk).update(done=batch.done, passed_over=batch.passed_over)
        if time.monotonic() > until:
            break
    if batch.done < batch.total:
        ask_for_next(batch)
    else:
        finish_batch(actor=batch.ordered_by, batch=batch)


def _print(batch: Batch, paper: Paper, place: int, uid: str) -> bool:
    """False for what is gone or closed to the person by now."""
    subject = paper.model.objects.filter(uid=uid).first()
    if subject is None:
        return False
    try:
        pdf = _pdf(batch, paper, subject)
    except PermissionRefused:
        return False
    files.put(batch, f"{place + 1:05d}-{slugify(str(subject))}.pdf", pdf)
    return True


def _pdf(batch: Batch, paper: Paper, subject: Any) -> bytes:
    """Issued where it is final, which asks for permission itself; a draft is printed as one."""
    if paper.content(subject):
        return issue(actor=batch.ordered_by, paper=paper, subject=subject).latest_file.path.read_bytes()
    check_can_issue(batch.ordered_by, paper, subject)
    return paper.render(subject, None)
