"""Writing a message beside the change that causes it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils import timezone

from abdi.platform.outbox.handlers import handler_of
from abdi.platform.outbox.models import Message
from abdi.platform.tenancy.scope import instansi_or_none


def enqueue(
    *, topic: str, key: str, payload: Mapping[str, Any] | None = None, available_at: datetime | None = None
) -> None:
    """Write one message in the caller's transaction; it is delivered after the commit, in this instansi's scope.

    `key` names the effect within its topic and instansi: enqueued twice, it is still one message.
    Put identifiers in `payload`, not data: the handler reads what is true when it runs.
    Raises `UnknownTopic` when nobody handles `topic`.
    """
    handler_of(topic)
    message = Message(
        instansi=instansi_or_none(),
        topic=topic,
        key=key,
        payload=dict(payload or {}),
        available_at=available_at or timezone.now(),
    )
    Message.objects.bulk_create([message], ignore_conflicts=True)
