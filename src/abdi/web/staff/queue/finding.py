"""The queues somebody may set up, and the one thing an address names."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from abdi.organisation.models import Layanan, Unit
from abdi.organisation.permissions import units_managed
from abdi.platform.accounts.models import User
from abdi.services.queue.enums import Cause
from abdi.services.queue.models import Board, Counter, Interval, Pool, Ticket
from abdi.services.queue.permissions import check_can_set_up_queue
from abdi.services.queue.selectors import tickets_of_day, undone_on


def pools_managed(user: User) -> QuerySet[Pool]:
    return _of_managed(user, Pool.objects.select_related("unit"))


def layanan_managed(user: User) -> QuerySet[Layanan]:
    return _of_managed(user, Layanan.objects.select_related("unit"))


def queues_managed(user: User) -> list[dict[str, Any]]:
    """Each unit that has a line, a counter or a board; six queries however many."""
    pools = pools_managed(user).prefetch_related("layanan")
    counters = _of_managed(user, Counter.objects.select_related("unit")).prefetch_related("pools")
    boards = _of_managed(user, Board.objects.select_related("unit")).prefetch_related("pools")
    rows: dict[int, dict[str, Any]] = {}
    for kind, things in (("pools", pools), ("counters", counters), ("boards", boards)):
        for one in things:
            row = rows.setdefault(one.unit_id, {"unit": one.unit, "pools": [], "counters": [], "boards": []})
            row[kind].append(one)
    return sorted(rows.values(), key=lambda row: row["unit"].name)


def pool_named(user: User, uid: UUID) -> Pool:
    return _named(user, Pool.objects.select_related("unit"), uid)


def counter_named(user: User, uid: UUID) -> Counter:
    return _named(user, Counter.objects.select_related("unit"), uid)


def board_named(user: User, uid: UUID) -> Board:
    return _named(user, Board.objects.select_related("unit"), uid)


def ticket_named(uid: UUID) -> Ticket:
    return get_object_or_404(Ticket.objects.select_related("pool__unit", "layanan"), uid=uid)


def day_of(unit: Unit, day: date) -> dict[str, Any]:
    return {"unit": unit, "day": day, "undone": undone_on(unit, day), "tickets": tickets_of_day(unit, day)}


def put_right(tickets: list[Ticket]) -> dict[int, Interval]:
    """Ticket id → the last time a second person put its end right. One query."""
    rows = Interval.objects.filter(cause=Cause.UNDONE, ticket__in=tickets).select_related("actor")
    return {one.ticket_id: one for one in rows.order_by("number")}


def _of_managed(user: User, rows: QuerySet[Any]) -> QuerySet[Any]:
    managed = units_managed(user)
    return rows if managed is None else rows.filter(unit__in=managed)


def _named(user: User, rows: QuerySet[Any], uid: UUID) -> Any:
    one = get_object_or_404(rows, uid=uid)
    check_can_set_up_queue(user, one.unit)
    return one
