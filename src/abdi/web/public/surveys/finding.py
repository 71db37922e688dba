"""What a survey kiosk can ask about."""

from uuid import UUID

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone

from abdi.organisation.models import Layanan, Unit


def services_at(unit: Unit) -> QuerySet[Layanan]:
    """Those that the unit offers today."""
    return Layanan.objects.on(timezone.localdate()).filter(unit=unit).order_by("name")


def layanan_at(unit: Unit, uid: UUID) -> Layanan:
    return get_object_or_404(services_at(unit).select_related("unit"), uid=uid)
