"""Who is not done with the plan of a year, and whose turn it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import models
from django.db.models import Case, CharField, Count, Exists, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from abdi.organisation.models import Employee, Placement, Unit
from abdi.organisation.selectors import assessors_on, placements_on, units_below
from abdi.planning.enums import SkpStatus
from abdi.planning.models import Period, Skp
from abdi.planning.versions.selectors import without_skp_on
from abdi.planning.year.permissions import units_chased
from abdi.platform.accounts.models import User


class ChaseState(models.TextChoices):
    """The most behind first."""

    BELUM = "belum", _("Belum menyusun")
    DRAF = SkpStatus.DRAF.value, _("Masih draf")
    DIKEMBALIKAN = SkpStatus.DIKEMBALIKAN.value, _("Dikembalikan, perlu diperbaiki")
    DIAJUKAN = SkpStatus.DIAJUKAN.value, _("Menunggu kesepakatan")


@dataclass(frozen=True, slots=True)
class Waiting:
    """One person who is not done. `on_whom`: whose turn it is; None when nobody assesses him yet."""

    employee: Employee
    placement: Placement | None
    state: ChaseState
    skp: Skp | None
    on_whom: Employee | None


def everybody(user: User, period: Period, *, on: date) -> QuerySet[Any]:
    """All who owe a plan in the units this person keeps after, each with `state`; nobody for who keeps none.

    Those placed on the day, without those who have no SKP then (PP 30/2019 Ps 23). After a move the newest SKP
    of the period counts.
    """
    units, day = units_chased(user, on), _day_of(period, on)
    placed = Placement.objects.on(day).filter(employee=OuterRef("pk"))
    if units is not None:
        placed = placed.filter(position__unit__in=units)
    newest = Skp.objects.filter(employee=OuterRef("pk"), period=period).order_by("-start", "-pk")
    state = Coalesce(
        Subquery(newest.values("status")[:1]), Value(ChaseState.BELUM.value), output_field=CharField()
    )
    return (
        Employee.objects.filter(Exists(placed))
        .exclude(Exists(without_skp_on(day).filter(employee=OuterRef("pk"))))
        .annotate(state=state)
    )


def chased(
    user: User, period: Period, *, on: date, unit: Unit | None = None, state: str = "", words: str = ""
) -> QuerySet[Any]:
    """Those of `everybody` who are not done, the most behind first."""
    found = everybody(user, period, on=on).exclude(state=SkpStatus.DISEPAKATI)
    if unit:
        here = Placement.objects.on(_day_of(period, on)).filter(position__unit__in=units_below(unit))
        found = found.filter(Exists(here.filter(employee=OuterRef("pk"))))
    if state:
        found = found.filter(state=state)
    if words := words.strip():
        found = found.filter(Q(name__icontains=words) | Q(nip__startswith=words))
    rank = Case(*(When(state=one, then=Value(at)) for at, one in enumerate(ChaseState)), default=Value(0))
    return found.order_by(rank, "name", "pk")


def counts(user: User, period: Period, *, on: date) -> dict[str, int]:
    """State → people, those who are done (`disepakati`) included. One query."""
    rows = everybody(user, period, on=on).order_by().values("state")
    return dict(rows.annotate(people=Count("pk")).values_list("state", "people"))


def waiting_rows(people: Iterable[Employee], period: Period, *, on: date) -> list[Waiting]:
    """Each of `chased` with place, plan, and whose turn it is; three queries however many."""
    found, day = list(people), _day_of(period, on)
    plans = _newest_plans(found, period)
    places, assessors = placements_on(found, day), assessors_on(found, day)
    return [_waiting(one, plans.get(one.pk), places.get(one.pk), assessors.get(one.pk)) for one in found]


def _day_of(period: Period, on: date) -> date:
    """The day of the period that is nearest: before it begins its first, after it ended its last."""
    return min(max(on, period.start), period.end)


def _newest_plans(people: list[Employee], period: Period) -> dict[int, Skp]:
    rows = Skp.objects.filter(period=period, employee__in=[one.pk for one in people])
    ordered = rows.select_related("pejabat_penilai__user").order_by("start", "pk")
    return {row.employee_id: row for row in ordered}


def _waiting(
    employee: Employee, skp: Skp | None, placement: Placement | None, assessor: Employee | None
) -> Waiting:
    state = ChaseState(skp.status) if skp else ChaseState.BELUM
    if skp and state == ChaseState.DIAJUKAN:
        return Waiting(employee, placement, state, skp, assessor or skp.pejabat_penilai)
    return Waiting(employee, placement, state, skp, employee if skp or assessor else None)
