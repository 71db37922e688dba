"""What visits do by themselves."""

from django.utils import timezone
from django_tasks import task

from abdi.activity.visits.actions import count_missed
from abdi.activity.visits.selectors import uncounted
from abdi.platform.accounts.models import system_user
from abdi.platform.outbox.schedules import hourly, schedule
from abdi.platform.tenancy.models import Instansi
from abdi.platform.tenancy.scope import instansi_scope


@task()
def count_missed_visits() -> int:
    """Every instansi by its own clock; returns how many visits were counted."""
    counted = 0
    for instansi in Instansi.objects.all():
        with instansi_scope(instansi), timezone.override(instansi.timezone):
            if uncounted(timezone.localdate()).exists():
                counted += count_missed(actor=system_user())
    return counted


schedule("visits.missed", count_missed_visits, hourly)
