"""What happens to permohonan by itself: their deadlines are watched."""

from django.utils import timezone
from django_tasks import task

from abdi.platform.accounts.models import system_user
from abdi.platform.outbox.schedules import hourly, schedule
from abdi.platform.tenancy.models import Instansi
from abdi.platform.tenancy.scope import instansi_scope
from abdi.services.requests.selectors import in_hand
from abdi.services.requests.watching import watch_deadlines


@task()
def watch() -> int:
    """Every instansi by its own clock; returns how many notices went out."""
    told = 0
    for instansi in Instansi.objects.all():
        with instansi_scope(instansi), timezone.override(instansi.timezone):
            if in_hand().exists():
                told += watch_deadlines(actor=system_user())
    return told


schedule("requests.watch", watch, hourly)
