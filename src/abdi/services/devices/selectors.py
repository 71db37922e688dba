"""Which machine it is, and which machines there are."""

from django.db.models import QuerySet

from abdi.organisation.permissions import units_managed
from abdi.platform.accounts.models import User
from abdi.services.devices.enums import DeviceKind
from abdi.services.devices.models import Device
from abdi.services.devices.tokens import digest_of


def device_of(token: str, kind: DeviceKind) -> Device | None:
    """The machine that shows this token; None for a stranger, for another kind and for one shut out."""
    known = Device.objects.filter(digest=digest_of(token), kind=kind, is_active=True)
    return known.select_related("unit").first() if token else None


def devices_managed(user: User) -> QuerySet[Device]:
    """Those of the units that somebody administers; who is let in first."""
    rows = Device.objects.select_related("unit").order_by("-is_active", "unit__code", "name")
    units = units_managed(user)
    return rows if units is None else rows.filter(unit__in=units)
