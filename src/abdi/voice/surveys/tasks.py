"""What happens to surveys by itself: once a day answers come to light."""

from django.utils import timezone
from django_tasks import task

from abdi.platform.accounts.models import system_user
from abdi.platform.outbox.schedules import daily, schedule
from abdi.platform.tenancy.models import Instansi
from abdi.platform.tenancy.scope import instansi_scope
from abdi.voice.surveys.models import Response
from abdi.voice.surveys.releasing import release


@task()
def release_answers() -> int:
    """Every instansi by its own clock; returns how many answers can be seen from now on."""
    released = 0
    for instansi in Instansi.objects.all():
        with instansi_scope(instansi), timezone.override(instansi.timezone):
            if Response.objects.waiting().exists():
                released += release(actor=system_user(), on=timezone.localdate())
    return released


schedule("surveys.release", release_answers, daily)
