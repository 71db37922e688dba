"""When a machine was last heard of. No verb: nobody decides it, and a line a minute would drown the trail."""

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from abdi.services.devices.models import Device

OFTEN = timedelta(minutes=1)  # between two notes of the same machine


def note_presence(device: Device) -> None:
    now = timezone.now()
    is_due = Q(last_seen_at=None) | Q(last_seen_at__lt=now - OFTEN)
    Device.objects.filter(is_due, pk=device.pk).update(last_seen_at=now)
