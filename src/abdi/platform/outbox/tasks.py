"""The outbox's own jobs, run by the worker."""

from datetime import timedelta

from django.contrib.sessions.models import Session
from django.utils import timezone
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from abdi.platform.outbox import delivery
from abdi.platform.outbox.models import Heartbeat, Message, ScheduledRun
from abdi.platform.outbox.schedules import daily, schedule

KEPT = timedelta(days=30)


@task()
def deliver_due() -> int:
    return delivery.deliver_due()


@task()
def tidy() -> None:
    """Forget what nobody asks about any more. Undelivered messages stay until somebody decides."""
    now = timezone.now()
    Message.objects.filter(delivered_at__lt=now - KEPT).delete()
    ScheduledRun.objects.filter(at__lt=now - KEPT).delete()
    Heartbeat.objects.filter(at__lt=now - KEPT).delete()
    DBTaskResult.objects.finished().filter(finished_at__lt=now - KEPT).delete()
    Session.objects.filter(expire_date__lt=now).delete()


schedule("outbox.tidy", tidy, daily)
