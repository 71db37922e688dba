"""A line in the shape of Smart Data Models' `QueueMonitor`, for other people's displays.

Schema: smart-data-models/dataModel.QueueManagement, QueueMonitor 0.0.1. Published through `selectors`.
"""

from typing import Any

from django.db.models import Exists, Subquery
from django.utils.translation import gettext as _

from abdi.platform import moments
from abdi.services.hours.opening import Opening
from abdi.services.hours.selectors import opening
from abdi.services.queue.line import waiting_on
from abdi.services.queue.models import Pool, PoolDay, Ticket
from abdi.services.queue.policies import AT_COUNTER
from abdi.services.queue.positions import serving


def queue_monitor(pool: Pool) -> dict[str, Any]:
    """Ready for JSON; what is not known yet today is left out, as the schema has no null.

    `scheduleTime`: until when it is open, or when it opens. The same queries however many wait, open or closed.
    """
    day = moments.today()
    layanan = list(pool.layanan.all())
    numbered = PoolDay.objects.filter(pool=pool, day=day).values("last_sequence")
    today = Pool.objects.annotate(issued=Subquery(numbered), is_served=Exists(serving(pool)))
    issued, is_served = today.values_list("issued", "is_served").get(pk=pool.pk)
    now = opening(unit=pool.unit, at=moments.now())
    status, note = _status(pool, now, is_served=is_served)
    told = {
        "id": f"urn:ngsi-ld:QueueMonitor:{pool.uid}",
        "type": "QueueMonitor",
        "officeName": pool.unit.name,
        "serviceId": ",".join(one.code for one in layanan),
        "serviceName": ", ".join(one.name for one in layanan),
        "serviceStatus": status,
        "serviceStatusNote": note,
        "queueLine": pool.name,
        "linePriority": 1,
        "ticketsToServe": waiting_on(day).filter(waits_in=pool).count(),
    }
    until = now.until or now.next_opening
    if until:
        told["scheduleTime"] = until.isoformat()
    if issued:
        told |= {"lastTicketIssued": issued, "lastTicketIssuedLabel": f"{pool.letter}-{issued:03d}"}
    return told | _served(pool)


def _served(pool: Pool) -> dict[str, Any]:
    """The number that came to a counter last."""
    at_counter = Ticket.objects.filter(waits_in=pool, status__in=AT_COUNTER, calls__isnull=False)
    last = at_counter.order_by("-calls__at", "-pk").first()
    return {"ticketServed": last.sequence, "ticketServedLabel": last.label} if last else {}


def _status(pool: Pool, now: Opening, *, is_served: bool) -> tuple[str, str]:
    """Suspended: the office is open, and this line rests."""
    if not now.is_open:
        return "Closed", now.sentence
    if not pool.is_active:
        return "Suspended", _("Antrean ini sedang tidak dipakai.")
    if not is_served:
        return "Suspended", _("Belum ada loket yang melayani antrean ini.")
    return "Open", now.sentence
