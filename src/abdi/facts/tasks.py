"""What the ledger does by itself."""

from django.utils import timezone
from django_tasks import task

from abdi.platform.accounts.models import system_user
from abdi.platform.outbox.schedules import daily, schedule
from abdi.platform.tenancy.models import Instansi
from abdi.platform.tenancy.scope import instansi_scope


@task()
def seal_closed_days() -> int:
    """Seal, for every instansi, the days that are over there; returns how many files were written."""
    # Arrow takes long to import: only the worker that seals waits for it
    from abdi.facts.sealing import seal_ledger

    sealed = 0
    for instansi in Instansi.objects.all():
        with instansi_scope(instansi), timezone.override(instansi.timezone):
            sealed += len(seal_ledger(actor=system_user(), up_to=timezone.localdate()))
    return sealed


schedule("facts.seal", seal_closed_days, daily)
