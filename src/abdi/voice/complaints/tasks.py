"""What happens to complaints by itself."""

from django.utils import timezone
from django_tasks import task

from abdi.platform.accounts.models import system_user
from abdi.platform.outbox.schedules import hourly, schedule
from abdi.platform.tenancy.models import Instansi
from abdi.platform.tenancy.scope import instansi_scope
from abdi.voice.complaints.watching import in_hand, watch_complaints


@task()
def watch() -> int:
    """Every instansi by its own clock; returns how many complaints changed."""
    changed = 0
    for instansi in Instansi.objects.all():
        with instansi_scope(instansi), timezone.override(instansi.timezone):
            if in_hand().exists():
                changed += watch_complaints(actor=system_user())
    return changed


schedule("complaints.watch", watch, hourly)
