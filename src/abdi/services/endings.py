"""Told when a citizen's visit or request ends, and when that end is taken back.

The floors above register here; `services` calls whoever registered, in the transaction of the verb, and knows nobody.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from abdi.organisation.models import Employee, Layanan, Unit
from abdi.platform.accounts.models import User
from abdi.platform.tenancy.models import TenantModel


@dataclass(frozen=True, slots=True)
class Served:
    """`case`: uid of the ticket or permohonan. `followed`: what its followers follow; `page`: where they read on."""

    case: str
    unit: Unit
    layanan: Layanan
    employee: Employee | None
    channel: str
    at: datetime
    followed: TenantModel
    page: str


OnServed = Callable[[User, Served], None]
OnWithdrawn = Callable[[User, str], None]
_on_served: list[OnServed] = []
_on_withdrawn: list[OnWithdrawn] = []


def when_served(callback: OnServed) -> None:
    _on_served.append(callback)


def when_withdrawn(callback: OnWithdrawn) -> None:
    """`callback(actor, case)`: the case was not over after all."""
    _on_withdrawn.append(callback)


def tell_served(actor: User, served: Served) -> None:
    for callback in _on_served:
        callback(actor, served)


def tell_withdrawn(actor: User, case: str) -> None:
    for callback in _on_withdrawn:
        callback(actor, case)
