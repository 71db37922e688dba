"""Asking the worker for the next portion of a batch."""

from abdi.platform.batches.models import Batch
from abdi.platform.outbox.queue import enqueue

TOPIC = "batches.print"


def ask_for_next(batch: Batch) -> None:
    """The place in the batch makes the key, so each portion is asked for once."""
    enqueue(topic=TOPIC, key=f"{batch.uid}:{batch.done}", payload={"batch": batch.pk})
