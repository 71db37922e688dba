"""Units and services as the administration sees them: those it administers, in the order of the tree."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from abdi.organisation.enums import PlacementKind
from abdi.organisation.models import Layanan, Placement, Unit
from abdi.organisation.permissions import (
    check_can_change_unit,
    check_can_manage_organisation,
    check_can_manage_units,
    units_managed,
)
from abdi.platform.accounts.models import User


def unit_rows(user: User, on: date) -> list[dict[str, Any]]:
    """Each unit below the one it belongs to, with its depth and how many people work there; four queries."""
    check_can_manage_units(user)
    managed = units_managed(user)
    people = Counter(
        Placement.objects.on(on)
        .filter(kind=PlacementKind.DEFINITIF)
        .order_by()
        .values_list("position__unit_id", flat=True)
    )
    return [
        {
            "unit": unit,
            "indent": "– " * depth,
            "people": people[unit.pk],
            "may_change": managed is None or unit.parent_id in managed,
        }
        for unit, depth in _in_order(list(Unit.objects.select_related("parent")))
        if managed is None or unit.pk in managed
    ]


def layanan_managed(user: User) -> QuerySet[Layanan]:
    check_can_manage_units(user)
    managed = units_managed(user)
    found = Layanan.objects.select_related("unit").order_by("unit__code", "name", "pk")
    return found if managed is None else found.filter(unit__in=managed)


def managed_unit(user: User, uid: UUID) -> Unit:
    unit = get_object_or_404(Unit.objects.select_related("parent"), uid=uid)
    check_can_change_unit(user, unit)
    return unit


def managed_layanan(user: User, uid: UUID) -> Layanan:
    layanan = get_object_or_404(Layanan.objects.select_related("unit"), uid=uid)
    check_can_manage_organisation(user, layanan.unit)
    return layanan


def _in_order(units: list[Unit]) -> Iterator[tuple[Unit, int]]:
    children: dict[int | None, list[Unit]] = defaultdict(list)
    for unit in units:
        children[unit.parent_id].append(unit)
    waiting = [(unit, 0) for unit in reversed(children[None])]
    while waiting:
        unit, depth = waiting.pop()
        yield unit, depth
        waiting += [(child, depth + 1) for child in reversed(children[unit.pk])]
