"""When a key was last used. No verb: nobody decides it, and a line a minute would drown the trail."""

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from abdi.platform.keys.models import ApiKey

OFTEN = timedelta(minutes=1)  # between two notes of the same key


def note_use(key: ApiKey) -> None:
    now = timezone.now()
    is_due = Q(last_used_at=None) | Q(last_used_at__lt=now - OFTEN)
    ApiKey.objects.filter(is_due, pk=key.pk).update(last_used_at=now)
