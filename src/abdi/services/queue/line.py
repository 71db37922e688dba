"""The lines as they stand in the database: who waits where, and taking the next one so that nobody else can."""

from collections.abc import Iterable
from datetime import date

from django.db.models import IntegerField, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce

from abdi.platform import moments
from abdi.services.queue.enums import Priority
from abdi.services.queue.models import Pool, PoolDay, Session, Ticket, TicketQuerySet
from abdi.services.queue.order import Head, Place, choose, owed_after
from abdi.services.queue.states import held


def waiting_on(day: date) -> TicketQuerySet:
    """Who can be called on a day, in the order of arrival: its own numbers, and those of lines without a night."""
    of_day = Q(service_date=day) | Q(waits_in__is_overnight=True)
    rows: TicketQuerySet = Ticket.objects.waiting().filter(of_day).order_by("place_at", "pk")
    return rows


def waiting_for(session: Session) -> TicketQuerySet:
    """Who waits for this counter or for any of its lines, in the order of arrival."""
    mine = Q(waits_for=session.counter_id)
    shared = Q(waits_for=None, waits_in__in=session.counter.pools.values("pk"))
    rows: TicketQuerySet = waiting_on(moments.today()).filter(mine | shared).select_related("layanan")
    return rows


def hold_day(pool: Pool, day: date) -> PoolDay:
    """The line's day, held to the end of the transaction; the first of the day makes it."""
    return _hold_days([pool], day)[0]


def take_next(session: Session) -> Ticket | None:
    """The next number for this counter, held. The lines are held, so two officers at once get two numbers.

    A number that its holder is just now cancelling, or that is put back a turn, is passed over (SKIP LOCKED).
    """
    day = moments.today()
    days = {one.pool_id: one for one in _hold_days(session.counter.pools.order_by("pk"), day)}
    passed: set[int] = set()
    while first := next_for(session, passed):
        ticket = (
            held().select_for_update(of=("self",), skip_locked=True).waiting().filter(pk=first.pk).first()
        )
        if ticket is None:
            passed.add(first.pk)
            continue
        if ticket.waits_for_id is None:
            _count(days[ticket.waits_in_id], ticket)
        return ticket
    return None


def next_for(session: Session, passed: Iterable[int] = ()) -> Ticket | None:
    """The number that would be called now: who was sent to this counter, then by the lines. Two queries."""
    day = moments.today()
    waiting = waiting_on(day).exclude(pk__in=list(passed))
    owed = PoolDay.objects.filter(pool=OuterRef("pk"), day=day).values("ordinary_owed")
    shared = waiting.filter(waits_in=OuterRef("pk"), waits_for=None)
    rows = list(
        session.counter.pools.values_list(
            _first(waiting.filter(waits_for=session.counter_id)),
            _first(shared.filter(priority=Priority.BIASA)),
            _first(shared.exclude(priority=Priority.BIASA)),
            Coalesce(Subquery(owed), Value(0), output_field=IntegerField()),
        )
    )
    found = Ticket.objects.select_related("layanan").in_bulk({pk for row in rows for pk in row[:3] if pk})
    mine = next((found[row[0]] for row in rows if row[0]), None)
    return mine or choose(
        Head(_placed(found.get(row[1])), _placed(found.get(row[2])), row[3]) for row in rows
    )


def _first(rows: TicketQuerySet) -> Subquery:
    return Subquery(rows.values("pk")[:1])


def _placed(ticket: Ticket | None) -> tuple[Place, Ticket] | None:
    return ((ticket.place_at, ticket.pk), ticket) if ticket else None


def _hold_days(pools: Iterable[Pool], day: date) -> list[PoolDay]:
    """In one order for everybody, so that nobody waits for somebody who waits for him."""
    asked = list(pools)
    rows = (
        PoolDay.objects.filter(pool__in=asked, day=day)
        .select_related("instansi", "pool")
        .select_for_update(of=("self",))
        .order_by("pool_id")
    )
    found = list(rows)
    if len(found) < len(asked):
        PoolDay.objects.bulk_create((PoolDay(pool=pool, day=day) for pool in asked), ignore_conflicts=True)
        found = list(rows.all())
    return found


def _count(day: PoolDay, ticket: Ticket) -> None:
    owed = owed_after(day.ordinary_owed, day.pool.ordinary_between, prioritised=ticket.is_prioritised)
    if owed != day.ordinary_owed:
        PoolDay.objects.filter(pk=day.pk).update(ordinary_owed=owed)
