"""Who stands how to whom on a day: leader, peer, subordinate (PP 30/2019 Ps 40)."""

from datetime import date

from django.db.models import Q, QuerySet

from abdi.activity.feedback.enums import GiverRole
from abdi.organisation.models import Employee, Placement
from abdi.organisation.selectors import assessor_of, chain_above, placement_of, placements_on, subordinates_of


def role_towards(giver: Employee, about: Employee, on: date) -> GiverRole | None:
    """As what `giver` speaks about `about`; None when they do not work together."""
    if giver == about:
        return GiverRole.DIRI
    if giver in chain_above(about, on):
        return GiverRole.PIMPINAN
    if assessor_of(giver, on) == about:
        return GiverRole.BAWAHAN
    return GiverRole.REKAN if _share_a_unit(giver, about, on) else None


def eligible_raters(about: Employee, on: date) -> dict[Employee, GiverRole]:
    """Who may answer a survey: peers of the same level in the same unit, direct subordinates in it (Ps 40)."""
    placement = placement_of(about, on)
    if placement is None:
        return {}
    here = _people_of(placement, on)
    below = subordinates_of(about, on).filter(pk__in=here)
    level = here.filter(position__jenis=placement.position.jenis)
    beside = Employee.objects.filter(pk__in=level).exclude(pk__in=below).exclude(pk=about.pk)
    above = {one.pk for one in chain_above(about, on)}
    return {
        **{one: GiverRole.REKAN for one in beside if one.pk not in above},
        **dict.fromkeys(below, GiverRole.BAWAHAN),
    }


def colleagues_of(employee: Employee, on: date) -> QuerySet[Employee]:
    """Everybody of his unit, his assessor and his people, himself included: whom he can speak about, by name."""
    placement, assessor = placement_of(employee, on), assessor_of(employee, on)
    near = Q(pk=employee.pk) | Q(pk__in=subordinates_of(employee, on))
    if assessor:
        near |= Q(pk=assessor.pk)
    if placement:
        near |= Q(pk__in=_people_of(placement, on))
    return Employee.objects.filter(near)


def _share_a_unit(one: Employee, other: Employee, on: date) -> bool:
    placed = list(placements_on([one, other], on).values())
    return len(placed) > 1 and len({placement.position.unit_id for placement in placed}) == 1


def _people_of(placement: Placement, on: date) -> QuerySet[Placement, int]:
    """Ids of those placed in the same unit."""
    rows = Placement.objects.on(on).filter(position__unit=placement.position.unit_id)
    return rows.values_list("employee", flat=True)
