"""Reads about one person's year."""

from datetime import date, timedelta

from abdi.organisation.enums import PlacementKind
from abdi.planning.models import Period, Skp

ONE_DAY = timedelta(days=1)


def transfer_day(skp: Skp) -> date | None:
    """The first day in another post while this SKP still runs: the day to split it at."""
    moved = skp.employee.placements.filter(
        kind=PlacementKind.DEFINITIF, valid_from__gt=skp.start + ONE_DAY, valid_from__lte=skp.end
    ).exclude(position=skp.position_id)
    return moved.order_by("valid_from").values_list("valid_from", flat=True).first()


def latest_before(employee_ids: list[int], period: Period) -> dict[int, Skp]:
    """Employee id → his last SKP of an earlier period: what a new one can be copied from. One query."""
    earlier = Skp.objects.filter(employee__in=employee_ids, period__start__lt=period.start)
    rows = earlier.select_related("employee", "period", "position").order_by("period__start", "start", "pk")
    return {row.employee_id: row for row in rows}
