"""What happens to projects by itself: once a day what people think of them is shown, where enough of them do."""

from django.utils import timezone
from django_tasks import task

from abdi.platform.accounts.models import system_user
from abdi.platform.outbox.schedules import daily, schedule
from abdi.platform.tenancy.models import Instansi
from abdi.platform.tenancy.scope import instansi_scope
from abdi.voice.projects.selectors import awaiting_release
from abdi.voice.projects.using import release_feedback


@task()
def release() -> int:
    """Every instansi by its own day; returns how many were shown."""
    shown = 0
    for instansi in Instansi.objects.all():
        with instansi_scope(instansi), timezone.override(instansi.timezone):
            today = timezone.localdate()
            for project in awaiting_release(today):
                shown += release_feedback(actor=system_user(), project=project, on=today)
    return shown


schedule("projects.release", release, daily)
