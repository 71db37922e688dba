"""Deadlines as the outages of the current instansi move them."""

from datetime import date

from django.utils import timezone

from abdi.platform.outages.models import Outage
from abdi.platform.outages.spans import ONE_DAY, Counts, Span, every_day, merged, midnight, moved_day
from abdi.platform.tenancy.scope import forget, remembered

_REMEMBERED = "outages"


def extended_day(due: date, *, since: date, counts: Counts = every_day) -> date:
    """The last day of a deadline of the instansi, moved by the days it lost; `since` is its first day.

    `counts`: which days it is counted in, where those are working days. The day of an event is no day of the
    deadline that it starts (rule `tenggat`).
    """
    return moved_day(due, since, outage_spans(), timezone.get_current_timezone(), counts)


def outages_within(first: date, last: date) -> list[Span]:
    """Those that touch one of the days, both included: the reason why a deadline moved."""
    zone = timezone.get_current_timezone()
    start, end = midnight(first, zone), midnight(last + ONE_DAY, zone)
    return [span for span in outage_spans() if span.within(start, end)]


def outage_spans() -> list[Span]:
    """Every outage, overlapping ones as one, in order; one that goes on counts up to now.

    Read once a scope (a request, a job): one query, however many deadlines are asked for.
    """
    return remembered(_REMEMBERED, _read_spans)


def forget_outages() -> None:
    forget(_REMEMBERED)


def _read_spans() -> list[Span]:
    rows = Outage.objects.order_by("start").values_list("start", "end")
    now = timezone.now()
    return merged(Span(start, end or max(now, start)) for start, end in rows)
