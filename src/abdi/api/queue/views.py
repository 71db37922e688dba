"""A number line as it stands, in the shape of Smart Data Models' QueueMonitor."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from abdi.api.answers import answer, open_data
from abdi.services.queue.models import Pool
from abdi.services.queue.selectors import queue_monitor


@open_data
def monitor(request: HttpRequest, uid: UUID) -> HttpResponse:
    pool = get_object_or_404(Pool.objects.select_related("unit"), uid=uid)
    return answer(request, queue_monitor(pool))
