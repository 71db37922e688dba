"""What has to happen regularly. A room registers its schedules when its app is ready.

A schedule is a task and a way to name the period a moment lies in. However many workers tick, and however
often, each period gets one run; a period in which no worker lived gets none.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django_tasks.base import Task

from abdi.platform.outbox.models import ScheduledRun

Period = Callable[[datetime], str]


def minutely(moment: datetime) -> str:
    return timezone.localtime(moment).strftime("%Y-%m-%dT%H:%M%z")


def hourly(moment: datetime) -> str:
    return timezone.localtime(moment).strftime("%Y-%m-%dT%H%z")


def daily(moment: datetime) -> str:
    return timezone.localtime(moment).strftime("%Y-%m-%d")


@dataclass(frozen=True)
class Schedule:
    name: str
    task: Task[[], Any]
    period: Period


_schedules: dict[str, Schedule] = {}


def schedule(name: str, task: Task[[], Any], period: Period) -> None:
    """Run `task` (without arguments) once in every `period`: `minutely`, `hourly`, `daily` or one of yours."""
    if _schedules.setdefault(name, Schedule(name, task, period)).task is not task:
        raise ValueError(f"schedule {name} is already taken")


def start_due(now: datetime) -> list[str]:
    """Enqueue what has not had its run in the period of `now`; returns the names. Usually one query."""
    turns = {(one.name, one.period(now)): one for one in _schedules.values()}
    periods = {period for _, period in turns}
    had = set(ScheduledRun.objects.filter(period__in=periods).values_list("name", "period"))
    return [one.name for turn, one in turns.items() if turn not in had and _start(one, turn[1])]


def _start(one: Schedule, period: str) -> bool:
    """The run and its task in one transaction: both, or neither."""
    with transaction.atomic():
        _, is_mine = ScheduledRun.objects.get_or_create(name=one.name, period=period)
        if is_mine:
            one.task.enqueue()
    return is_mine
