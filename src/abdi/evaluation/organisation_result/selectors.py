"""What stands for a unit, and who decides it."""

from collections.abc import Iterable
from datetime import date

from django.db.models import OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from abdi.evaluation.organisation_result.models import OrganisationResult
from abdi.organisation.models import Employee, Unit
from abdi.organisation.selectors import heads_of, unit_parents, units_above
from abdi.organisation.tree import ancestors, descendants
from abdi.planning.models import Period


def result_for(unit: Unit, period: Period) -> OrganisationResult | None:
    """What counts for a unit: its own result, or that of the nearest unit above it. At most three queries."""
    if own := own_result(unit, period):
        return own
    above = units_above(unit)
    found = OrganisationResult.objects.filter(unit__in=above, period=period).select_related("unit")
    return min(found, key=lambda one: above.index(one.unit_id), default=None)


def own_result(unit: Unit, period: Period) -> OrganisationResult | None:
    return (
        OrganisationResult.objects.filter(unit=unit, period=period)
        .select_related("unit", "period", "decided_by")
        .first()
    )


def units_covered(unit: Unit, period: Period) -> set[int]:
    """Ids of the unit and those below it whose people are judged under its result. Two queries.

    A unit below with a result of its own stands for itself and for what is below it.
    """
    parents = unit_parents()
    below = descendants(parents, unit.pk)
    others = OrganisationResult.objects.filter(period=period, unit__in=below - {unit.pk})
    apart = (descendants(parents, other) for other in others.values_list("unit", flat=True))
    return below.difference(*apart)


def leaders_above(units: Iterable[Unit], on: date) -> dict[int, list[Employee]]:
    """Unit id → who leads the nearest unit above it that has a leader; [] for the highest. Two queries."""
    parents = unit_parents()
    above = {unit.pk: ancestors(parents, unit.pk)[1:] for unit in units}
    led = heads_of({one for path in above.values() for one in path}, on)
    return {unit: next((led[one] for one in path if one in led), []) for unit, path in above.items()}


def standings(units: set[int] | None, period: Period, *, words: str = "") -> QuerySet[Unit]:
    """The units in view (all for None), each with `result_predikat` ("" for none); by code."""
    found = Unit.objects.on(period.end).order_by("code")
    if units is not None:
        found = found.filter(pk__in=units)
    if words:
        found = found.filter(Q(name__icontains=words) | Q(code__istartswith=words))
    own = OrganisationResult.objects.filter(unit=OuterRef("pk"), period=period)
    return found.annotate(result_predikat=Coalesce(Subquery(own.values("predikat")), Value("")))
