"""What the queue does by itself: it ends the day."""

from collections.abc import Iterator

from django.utils import timezone
from django_tasks import task

from abdi.organisation.models import Unit
from abdi.platform import moments
from abdi.platform.accounts.models import system_user
from abdi.platform.outbox.schedules import hourly, schedule
from abdi.platform.tenancy.models import Instansi
from abdi.platform.tenancy.scope import instansi_scope
from abdi.services.hours.selectors import opening
from abdi.services.queue.closing import close_day
from abdi.services.queue.leftovers import days_left_open, units_without_officers


@task()
def close_days() -> int:
    """Every instansi by its own clock; returns how many numbers were abandoned.

    Days gone by are closed whoever still sits there; today is closed where the office is, and nobody serves any more.
    """
    abandoned = 0
    for instansi in Instansi.objects.all():
        with instansi_scope(instansi), timezone.override(instansi.timezone):
            actor, today = system_user(), moments.today()
            for day in days_left_open(today):
                abandoned += close_day(actor=actor, day=day)
            for unit in _over():
                abandoned += close_day(actor=actor, day=today, unit=unit)
    return abandoned


def _over() -> Iterator[Unit]:
    now = timezone.localtime(moments.now())
    for unit in units_without_officers(now.date()):
        found = opening(unit=unit, at=now)
        reopens = found.next_opening is not None and found.next_opening.date() == now.date()
        if not found.is_open and not reopens:
            yield unit


schedule("queue.close", close_days, hourly)
