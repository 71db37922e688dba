"""One tick: turn what is due into tasks. Harmless to repeat, and to do in several workers at once."""

from dataclasses import dataclass
from datetime import datetime

from django_tasks_db.models import DBTaskResult

from abdi.platform.outbox.models import Heartbeat, Message
from abdi.platform.outbox.schedules import start_due
from abdi.platform.outbox.tasks import deliver_due


@dataclass(frozen=True)
class Ticked:
    schedules: list[str]
    delivery: bool


def tick(now: datetime) -> Ticked:
    return Ticked(schedules=start_due(now), delivery=_start_delivery(now))


def beat(worker: str, now: datetime) -> None:
    Heartbeat.objects.update_or_create(worker=worker, defaults={"at": now})


def _start_delivery(now: datetime) -> bool:
    """One waiting delivery is enough: it goes on until nothing is due."""
    waiting = DBTaskResult.objects.ready().filter(task_path=deliver_due.module_path)
    if waiting.exists() or not Message.objects.due(now).exists():
        return False
    deliver_due.enqueue()
    return True
