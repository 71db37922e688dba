"""The jobs of this room: registered when the app is ready."""

from datetime import timedelta

from django.utils import timezone
from django_tasks import task

from abdi.platform.batches import printing
from abdi.platform.batches.actions import remove_batch
from abdi.platform.batches.enums import BatchStatus
from abdi.platform.batches.models import Batch
from abdi.platform.outbox.schedules import daily, schedule
from abdi.platform.tenancy.scope import instansi_scope

KEPT = timedelta(days=7)

__all__ = ["printing", "tidy"]


@task()
def tidy() -> None:
    """Take finished files away after a week."""
    old = Batch.everywhere.filter(status=BatchStatus.SELESAI, finished_at__lt=timezone.now() - KEPT)
    for batch in old.select_related("instansi", "ordered_by"):
        with instansi_scope(batch.instansi):
            remove_batch(actor=batch.ordered_by, batch=batch)


schedule("batches.tidy", tidy, daily)
