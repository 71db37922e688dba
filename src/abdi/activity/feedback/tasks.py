"""What happens to collections by itself."""

from django.utils import timezone
from django_tasks import task

from abdi.activity.feedback.actions import close_collection
from abdi.activity.feedback.selectors import collections_due
from abdi.platform.accounts.models import system_user
from abdi.platform.outbox.schedules import daily, schedule
from abdi.platform.tenancy.models import Instansi
from abdi.platform.tenancy.scope import instansi_scope


@task()
def close_due_collections() -> int:
    """Close every collection whose last day has passed, in every instansi; returns how many."""
    closed = 0
    for instansi in Instansi.objects.all():
        with instansi_scope(instansi), timezone.override(instansi.timezone):
            for one in collections_due(timezone.localdate()):
                close_collection(actor=system_user(), collection=one)
                closed += 1
    return closed


schedule("feedback.close_due", close_due_collections, daily)
