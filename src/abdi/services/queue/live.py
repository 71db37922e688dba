"""Who watches a unit's queue is told that something in it changed."""

from abdi.organisation.models import Unit
from abdi.platform.live.signals import announce


def topic(unit: Unit) -> str:
    """One name for everything a board, a desk or a waiting person of this unit could notice."""
    return f"queue:{unit.uid}"


def tell(unit: Unit) -> None:
    """Inside the transaction of the change; heard once it is committed."""
    announce(topic(unit))
