"""What else there is to forget when a citizen erases his account. Rooms above register in AppConfig.ready()."""

from collections.abc import Callable

from abdi.platform.citizens.models import Citizen

Forget = Callable[[Citizen], None]
ERASED: list[Forget] = []


def when_erased(forget: Forget) -> None:
    """Call `forget(citizen)` inside the transaction of `erase`, while the citizen is still somebody."""
    if forget not in ERASED:
        ERASED.append(forget)
