"""How the units that somebody answers for deal with complaints. In the order of units: no ranking, least of all by how
many came in, or nobody would be told any more (e-4).
"""

from datetime import timedelta
from typing import Any

from django.http import HttpRequest

from abdi.organisation.enums import Role
from abdi.organisation.selectors import units_trusted, with_units_led
from abdi.platform import moments
from abdi.platform.accounts.models import User
from abdi.voice.complaints import routing
from abdi.voice.complaints.reading.models import LearntRouter, Target
from abdi.web.public.complaints import numbers

_MEASURED = timedelta(days=365)  # how far back it is counted whether proposals were followed


def figures(request: HttpRequest) -> dict[str, Any]:
    shown = numbers.figures(numbers.SpanForm(request.GET), units_of(request.user))
    return {**shown, "routers": [_router(target) for target in Target]}


def units_of(user: User) -> set[int] | None:
    """Ids of the units whose complaints this person coordinates, handles, inspects or leads; None for all."""
    return with_units_led(units_trusted(user, {Role.PENGADUAN, Role.PENGHUBUNG, Role.PENGAWAS}), user)


def _router(target: Target) -> dict[str, Any]:
    """What the router is worth: tried on cases it had not seen, and in what people made of its proposals."""
    learnt = LearntRouter.objects.filter(target=target).first()
    taken = routing.taken(target, moments.now() - _MEASURED)
    return {"label": target.label, "learnt": learnt, "taken": taken}
