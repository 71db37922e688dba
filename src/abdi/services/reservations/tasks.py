"""What reservations do by themselves."""

from django.utils import timezone
from django_tasks import task

from abdi.platform.accounts.models import system_user
from abdi.platform.outbox.schedules import hourly, schedule
from abdi.platform.tenancy.models import Instansi
from abdi.platform.tenancy.scope import instansi_scope
from abdi.services.reservations.actions import expire_reservations
from abdi.services.reservations.selectors import has_overdue


@task()
def expire() -> int:
    """Every instansi by its own clock; returns how many places were given up."""
    expired = 0
    for instansi in Instansi.objects.all():
        with instansi_scope(instansi), timezone.override(instansi.timezone):
            if has_overdue(timezone.localdate()):
                expired += expire_reservations(actor=system_user())
    return expired


schedule("reservations.expire", expire, hourly)
