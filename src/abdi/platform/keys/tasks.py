"""What happens to keys by itself: who knocked is forgotten."""

from datetime import timedelta

from django.utils import timezone
from django_tasks import task

from abdi.platform.keys.models import Knock
from abdi.platform.outbox.schedules import hourly, schedule

KEPT = timedelta(hours=1)


@task()
def forget_knocks() -> int:
    """Returns how many minutes were forgotten, of all instansi."""
    return Knock.everywhere.filter(minute__lt=timezone.now() - KEPT).delete()[0]


schedule("keys.forget", forget_knocks, hourly)
