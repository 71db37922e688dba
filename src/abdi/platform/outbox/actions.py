"""What an operator does about messages that were given up on."""

from django.utils import timezone

from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.outbox.permissions import check_can_retry
from abdi.platform.outbox.selectors import dead_letters


@action
def retry_dead(*, actor: User) -> int:
    """Start every dead letter over; returns how many."""
    check_can_retry(actor)
    retried = dead_letters().update(attempts=0, available_at=timezone.now())
    record(actor=actor, tag="outbox:message:retry", subject=actor, data={"messages": retried})
    return retried
