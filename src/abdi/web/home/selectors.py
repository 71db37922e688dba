"""What the start page offers."""

from datetime import date

from django.db.models import QuerySet

from abdi.organisation.models import Layanan
from abdi.platform.tenancy.scope import instansi_or_none

AT_MOST = 50


def offered(on: date) -> QuerySet[Layanan]:
    """Services in force on a day; the catalogue has them all."""
    if instansi_or_none() is None:
        return Layanan.everywhere.none()
    rows = Layanan.objects.on(on).filter(is_incomplete=False)
    return rows.select_related("unit").order_by("name")[:AT_MOST]
