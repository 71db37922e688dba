"""The exchange by the clock."""

import logging

from django_tasks import task

from abdi.integrations.lapor.client import is_connected
from abdi.integrations.lapor.syncing import synchronise
from abdi.platform.accounts.models import system_user
from abdi.platform.errors import DomainError
from abdi.platform.outbox.schedules import hourly, schedule

logger = logging.getLogger(__name__)


@task()
def exchange() -> int:
    """Returns how many reports came in. Where the other side is away, the next hour tries again."""
    if not is_connected():
        return 0
    try:
        return len(synchronise(actor=system_user()).taken)
    except DomainError as refusal:
        logger.warning("LAPOR: %s", refusal.message)
        return 0


schedule("lapor.exchange", exchange, hourly)
