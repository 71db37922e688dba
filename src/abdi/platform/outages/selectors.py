"""Deadlines as the outages of the current instansi move them."""

from datetime import date, datetime

from django.utils import timezone

from abdi.platform.outages.models import Outage
from abdi.platform.outages.spans import ONE_DAY, Span, merged, midnight, moved_day, moved_moment
from abdi.platform.tenancy.scope import scope_memory

_REMEMBERED = "outages"


def extended(due: datetime, *, since: datetime) -> datetime:
    """`due` moved by the length of the outages after `since`, those included that the move runs into."""
    return moved_moment(due, since, outage_spans())


def extended_day(due: date, *, since: date) -> date:
    """The last day of a deadline in calendar days of the instansi, moved by whole days.

    A deadline whose day is hit moves at least to the day after the outage ended.
    """
    return moved_day(due, since, outage_spans(), timezone.get_current_timezone())


def outages_within(first: date, last: date) -> list[Span]:
    """Those that touch one of the days, both included: the reason why a deadline moved."""
    zone = timezone.get_current_timezone()
    start, end = midnight(first, zone), midnight(last + ONE_DAY, zone)
    return [span for span in outage_spans() if span.within(start, end)]


def outage_spans() -> list[Span]:
    """Every outage, overlapping ones as one, in order; one that goes on counts up to now.

    Read once a scope (a request, a job): one query, however many deadlines are asked for.
    """
    memory = scope_memory()
    if _REMEMBERED not in memory:
        rows = Outage.objects.order_by("start").values_list("start", "end")
        now = timezone.now()
        memory[_REMEMBERED] = merged(Span(start, end or max(now, start)) for start, end in rows)
    spans: list[Span] = memory[_REMEMBERED]
    return spans


def forget_outages() -> None:
    """Called by every edit, so that the rest of the request sees it."""
    scope_memory().pop(_REMEMBERED, None)
