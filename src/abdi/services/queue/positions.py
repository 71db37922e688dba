"""Where somebody stands, and how long it may take. Published through `selectors`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from abdi.platform import moments
from abdi.services.queue.enums import OfficerState, TicketStatus
from abdi.services.queue.estimate import Basis, Estimate, days_like, estimate
from abdi.services.queue.line import waiting_on
from abdi.services.queue.models import Pool, PoolDay, Session, Ticket
from abdi.services.queue.order import in_order
from abdi.services.queue.policies import AT_COUNTER

WEEKS = timedelta(weeks=8)
_MOST = 1_000  # newest service times looked at; more would not move a percentile
_WEEK_DAYS = 7


@dataclass(frozen=True)
class Position:
    """`ahead`: how many are called before; `now_serving`: (number, counter) of the same line."""

    ahead: int
    now_serving: list[tuple[str, str]]
    estimate: Estimate | None


def position_of(ticket: Ticket) -> Position:
    """At most seven queries, however long the line."""
    ahead = ahead_of(ticket) if ticket.status == TicketStatus.MENUNGGU else 0
    waits = ticket.status == TicketStatus.MENUNGGU
    counters = serving(ticket.waits_in).count() if waits else 0
    found = estimate(ahead, counters, _samples(ticket)) if waits else None
    return Position(ahead, now_serving([ticket.waits_in]), found)


def now_serving(pools: Sequence[Pool]) -> list[tuple[str, str]]:
    """Numbers at a counter now, with its name, by counter."""
    rows = Ticket.objects.filter(waits_in__in=pools, status__in=AT_COUNTER, session__ended_at=None)
    rows = rows.select_related("session__counter").order_by("session__counter__number")
    return [(one.label, str(one.session.counter)) for one in rows if one.session]


def serving(pool: Pool) -> QuerySet[Session]:
    """Officers who are serving this line now."""
    return Session.objects.filter(ended_at=None, state=OfficerState.MELAYANI, counter__pools=pool)


def estimate_for(pool: Pool) -> Estimate | None:
    """For who would take a number now."""
    ahead = waiting_on(moments.today()).filter(waits_in=pool).count()
    at = timezone.localtime(moments.now())
    times = _times(Q(waits_in=pool))
    like = _times(Q(waits_in=pool) & _hours_like(at.weekday(), at.hour))
    return estimate(ahead, serving(pool).count(), iter([(Basis.SAME_HOUR, like), (Basis.SAME_LINE, times)]))


def ahead_of(ticket: Ticket) -> int:
    """By the order in which the line would call, prioritised numbers included."""
    waiting = waiting_on(moments.today()).filter(waits_in=ticket.waits_in_id, waits_for=ticket.waits_for_id)
    rows = waiting.values_list("place_at", "pk", "priority")
    places = [((place_at, pk), priority != "biasa") for place_at, pk, priority in rows]
    day = PoolDay.objects.filter(pool=ticket.waits_in_id, day=moments.today()).first()
    order = in_order(places, ticket.waits_in.ordinary_between, day.ordinary_owed if day else 0)
    mine = (ticket.place_at, ticket.pk)
    return order.index(mine) if mine in order else 0


def _samples(ticket: Ticket) -> Iterator[tuple[Basis, list[int]]]:
    """Nearest first, each asked for only when the one before was too small."""
    queued, same = timezone.localtime(ticket.queued_at), Q(layanan=ticket.layanan_id)
    yield Basis.SAME_HOUR, _times(same & _hours_like(queued.weekday(), queued.hour))
    yield Basis.SAME_SERVICE, _times(same)
    yield Basis.SAME_LINE, _times(Q(waits_in=ticket.waits_in_id))


def _hours_like(weekday: int, hour: int) -> Q:
    days = [(one + 1) % _WEEK_DAYS + 1 for one in days_like(weekday)]  # Django's week begins on Sunday, at 1
    return Q(service_date__week_day__in=days, queued_at__hour__range=(hour - 1, hour + 1))


def _times(which: Q) -> list[int]:
    since = moments.today() - WEEKS
    rows = Ticket.objects.filter(which, status=TicketStatus.SELESAI, service_date__gte=since)
    rows = rows.exclude(service_seconds=None).order_by("-service_date", "-pk")
    return [one for one in rows.values_list("service_seconds", flat=True)[:_MOST] if one is not None]
