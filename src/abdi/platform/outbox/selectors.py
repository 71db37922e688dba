"""How full the outbox is."""

from datetime import timedelta

from django.db.models import QuerySet
from django.utils import timezone

from abdi.platform.outbox.models import Message

LATE = timedelta(minutes=5)


def backlog() -> dict[str, int]:
    """waiting: due or resting; late: due for more than five minutes; dead: given up on."""
    now = timezone.now()
    dead = dead_letters().count()
    return {
        "waiting": Message.objects.undelivered().count() - dead,
        "late": Message.objects.due(now - LATE).count(),
        "dead": dead,
    }


def dead_letters() -> QuerySet[Message]:
    return Message.objects.dead(timezone.now())
