"""What a visitor may look for on the start page."""

from datetime import date

from django.db.models import Q, QuerySet

from abdi.organisation.models import Layanan
from abdi.platform.tenancy.scope import instansi_or_none

AT_MOST = 50


def find_layanan(words: str, *, on: date) -> QuerySet[Layanan]:
    """Services in force on a day whose name or office holds every one of the words."""
    if instansi_or_none() is None:
        return Layanan.everywhere.none()
    found = Layanan.objects.on(on).filter(is_incomplete=False)
    for word in words.split():
        found = found.filter(Q(name__icontains=word) | Q(unit__name__icontains=word))
    return found.select_related("unit").order_by("name")[:AT_MOST]
