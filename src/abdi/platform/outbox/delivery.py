"""Delivering at least once, and never twice at the same time.

A claim is one short transaction that takes a due message and moves its `available_at` past a lease.
Another worker does not see it until the lease is over; a worker that dies leaves it to be tried again.
"""

import logging

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from abdi.platform.outbox.handlers import Delivery, handler_of
from abdi.platform.outbox.models import LEASE, Message, backoff
from abdi.platform.tenancy.scope import instansi_scope

logger = logging.getLogger(__name__)


def deliver_due() -> int:
    """Deliver until nothing is due; returns how many attempts were made."""
    made = 0
    while message := claim():
        deliver(message)
        made += 1
    return made


@transaction.atomic
def claim() -> Message | None:
    """Take one due message for this worker alone.

    PostgreSQL locks the row and passes over those locked by others; SQLite has one writer at a time, because
    every transaction begins IMMEDIATE. The update repeats the condition, so neither relies on the other.
    """
    now = timezone.now()
    due = Message.objects.due(now)
    message = due.select_for_update(skip_locked=True, of=("self",)).order_by("available_at", "pk").first()
    if message is None:
        return None
    if not due.filter(pk=message.pk).update(attempts=F("attempts") + 1, available_at=now + LEASE):
        return None
    message.attempts += 1
    return message


def deliver(message: Message) -> None:
    """One attempt. What goes wrong is kept with the message, never raised: the next message has its turn."""
    delivery = Delivery(message.topic, message.key, message.payload, message.attempts)
    try:
        with instansi_scope(message.instansi):
            handler_of(message.topic)(delivery)
    except Exception as error:
        _set_back(message, error)
    else:
        _finish(message, delivered_at=timezone.now(), last_error="")


def _set_back(message: Message, error: Exception) -> None:
    logger.warning(
        "outbox message %s of %s failed at attempt %s: %s",
        message.pk,
        message.topic,
        message.attempts,
        type(error).__name__,
    )
    _finish(
        message,
        available_at=timezone.now() + backoff(message.attempts),
        last_error=f"{type(error).__name__}: {error}"[:2000],
    )


def _finish(message: Message, **values: object) -> None:
    """`attempts` fences: a worker whose lease ran out does not overwrite what a later attempt found."""
    Message.objects.undelivered().filter(pk=message.pk, attempts=message.attempts).update(**values)
