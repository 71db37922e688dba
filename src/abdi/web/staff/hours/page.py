"""Hours as rows of words."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from abdi.organisation.models import Unit
from abdi.organisation.permissions import units_managed
from abdi.platform.accounts.models import User
from abdi.rules.kalender import HARI
from abdi.services.hours.models import Schedule, SpecialDay
from abdi.web.staff.hours.fields import hours_in_words
from abdi.web.staff.hours.forms import DAYS


def units_of(user: User) -> QuerySet[Unit]:
    managed = units_managed(user)
    return Unit.objects.all() if managed is None else Unit.objects.filter(pk__in=managed)


def schedule_rows(schedules: Iterable[Schedule]) -> list[dict[str, Any]]:
    """Each schedule with its open days in words."""
    return [
        {
            "schedule": one,
            "days": [(DAYS[name], hours_in_words(one.hours[name])) for name in HARI if one.hours.get(name)],
        }
        for one in schedules
    ]


def special_rows(days: Iterable[SpecialDay]) -> list[dict[str, Any]]:
    """`hours` is empty on a day that is closed."""
    return [{"special": one, "hours": hours_in_words(one.hours)} for one in days]
