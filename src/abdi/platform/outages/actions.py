"""Saying that the service was down, and that it is back."""

from collections.abc import Callable
from datetime import datetime

from django.utils import timezone

from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.locking import hold
from abdi.platform.outages.models import Outage
from abdi.platform.outages.permissions import check_can_record_outage
from abdi.platform.outages.policies import check_has_happened, check_still_down
from abdi.platform.outages.selectors import forget_outages
from abdi.platform.validation import write

Permit = Callable[[User], None]


@action
def record_outage(
    *,
    actor: User,
    start: datetime,
    what: str,
    source: str,
    end: datetime | None = None,
    permit: Permit = check_can_record_outage,
) -> Outage:
    """Without `end` the service is down still. `source`: who says so, or where it can be read."""
    permit(actor)
    now = timezone.now()
    check_has_happened(start, now=now, field="start")
    check_has_happened(end, now=now, field="end")
    outage = write(Outage(start=start, end=end, what=what.strip(), source=source.strip()))
    forget_outages()
    record(
        actor=actor,
        tag="outages:outage:record",
        subject=outage,
        data={"start": start, "end": end, "what": outage.what, "source": outage.source},
    )
    return outage


@action
def end_outage(
    *, actor: User, outage: Outage, end: datetime, permit: Permit = check_can_record_outage
) -> Outage:
    hold(outage)
    permit(actor)
    check_still_down(outage)
    check_has_happened(end, now=timezone.now(), field="end")
    outage.end = end
    write(outage)
    forget_outages()
    record(actor=actor, tag="outages:outage:end", subject=outage, data={"end": end})
    return outage
