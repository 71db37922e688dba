"""The months before today, replayed by their own days, and the people without an account at work who took part."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from abdi.platform.accounts.models import User
from abdi.platform.citizens.models import Citizen
from abdi.platform.moments import replayed_at


@dataclass(frozen=True, slots=True)
class Replay:
    """`on(-3, verb, …)`: what `actor`, unless another is named, did in the morning three days before `today`."""

    today: date
    actor: User

    def __call__(self, days: int, verb: Callable[..., Any], **arguments: Any) -> Any:
        with replayed_at(self.morning(days)):
            return verb(**{"actor": self.actor} | arguments)

    def day(self, days: int) -> date:
        return self.today + timedelta(days=days)

    def morning(self, days: int) -> datetime:
        return timezone.make_aware(datetime.combine(self.day(days), time(9)))


def neighbours(place: str, number: int, since: datetime) -> list[Citizen]:
    """Verified `since`; they never get a letter, as they have no address."""
    made = [Citizen(name=f"Tetangga {place} {one}", verified_at=since) for one in range(1, number + 1)]
    return Citizen.objects.bulk_create(made)
