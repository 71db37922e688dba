"""Codes are forgotten soon: an address that only asked is nobody we know."""

from datetime import timedelta

from django.utils import timezone
from django_tasks import task

from abdi.platform.citizens.models import SignInCode
from abdi.platform.citizens.policies import VALID_FOR
from abdi.platform.outbox.schedules import hourly, schedule

KEPT = timedelta(days=1) + VALID_FOR  # as long as the limit of a day looks back


@task()
def forget_codes() -> int:
    """Of every instansi; returns how many."""
    return SignInCode.everywhere.filter(asked_at__lt=timezone.now() - KEPT).delete()[0]


schedule("citizens.forget_codes", forget_codes, hourly)
