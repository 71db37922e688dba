"""Addresses of the outages."""

from datetime import timedelta

from django.utils import timezone

from abdi.platform.accounts.models import system_user
from abdi.platform.outages.actions import record_outage
from abdi.platform.outages.models import Outage


def outage(world):
    known = Outage.objects.first() or record_outage(
        actor=system_user(), start=timezone.now() - timedelta(hours=1), what="Padam", source="Laporan"
    )
    return known.uid


FACTORIES = {"staff:outage_end": {"uid": outage}}
