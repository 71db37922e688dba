"""What happens to consultations by itself: answers are watched."""

from django.utils import timezone
from django_tasks import task

from abdi.platform.accounts.models import system_user
from abdi.platform.outbox.schedules import daily, schedule
from abdi.platform.tenancy.models import Instansi
from abdi.platform.tenancy.scope import instansi_scope
from abdi.voice.consultation.selectors import owed
from abdi.voice.consultation.watching import watch_answers


@task()
def watch() -> int:
    """Every instansi by its own calendar; returns how many notices went out."""
    told = 0
    for instansi in Instansi.objects.all():
        with instansi_scope(instansi), timezone.override(instansi.timezone):
            if owed().exists():
                told += watch_answers(actor=system_user())
    return told


schedule("consultation.watch", watch, daily)
