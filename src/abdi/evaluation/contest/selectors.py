"""Contested facts, and the evaluations one fact bears on."""

from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet
from django.utils import timezone

from abdi.evaluation.contest.enums import ContestStatus
from abdi.evaluation.contest.models import Contest
from abdi.evaluation.enums import EvaluationStatus, RealisationSource
from abdi.evaluation.models import Evaluation, Realisation
from abdi.evaluation.results import measured_of
from abdi.facts import selectors as facts
from abdi.measurement.catalogue import catalogue, find_metric
from abdi.organisation.enums import Role
from abdi.organisation.models import Employee, Unit
from abdi.organisation.selectors import holders_of, units_trusted
from abdi.planning.enums import SkpStatus
from abdi.platform.accounts.models import User
from abdi.platform.tenancy.scope import current_instansi

_COLUMNS = {"petugas": "employees", "unit": "units", "layanan": "services", "kanal": "channels"}
_RELATED = (
    "realisation__iki",
    "realisation__evaluation__skp__employee",
    "realisation__evaluation__period",
    "unit",
)


def fact_behind(realisation: Realisation, fact_id: int) -> dict[str, Any] | None:
    """The fact in force with that id, if it bears the number; None if it does not."""
    measured = measured_of(realisation)
    if measured is None:
        return None
    since, before = measured.window.moments(ZoneInfo(current_instansi().timezone))
    scope = measured.scope
    whose: dict[str, Any] = {_COLUMNS[scope.kind]: [scope.key if scope.kind == "kanal" else int(scope.key)]}
    kinds = find_metric(measured.metric).kinds
    found = facts.current(ids=[fact_id], kinds=kinds, since=since, before=before, limit=1, **whose)
    return found[0] if found else None


def open_contests(evaluation: Evaluation) -> QuerySet[Contest]:
    """What is still being checked of the facts behind it."""
    rows = Contest.objects.filter(realisation__evaluation=evaluation, status=ContestStatus.DIAJUKAN)
    return rows.select_related("realisation__iki")


def to_check(user: User) -> QuerySet[Contest]:
    """What waits for the steward of the units, soonest due first; not what he himself is party to."""
    rows = Contest.objects.filter(status=ContestStatus.DIAJUKAN).select_related(*_RELATED)
    if not user.is_operator:
        units = units_trusted(user, {Role.ADMIN})
        rows = rows if units is None else rows.filter(unit__in=units)
    party = Q(realisation__evaluation__skp__employee__user_id=user.pk) | Q(
        realisation__evaluation__skp__pejabat_penilai__user_id=user.pk
    )
    return rows.exclude(party).order_by("due", "pk")


def stewards_of(unit: Unit) -> QuerySet[Employee]:
    """The admins of the unit and of those above it."""
    return Employee.objects.filter(user__in=holders_of({Role.ADMIN}, unit)).select_related("user")


def evaluations_on(fact: dict[str, Any]) -> list[Evaluation]:
    """The open evaluations with a number that this fact bears: his own, and those of his unit."""
    metrics = [name for name, metric in catalogue().items() if fact["kind"] in metric.kinds]
    rows = Realisation.objects.filter(
        _scopes(fact), source=RealisationSource.TERUKUR, iki__metric__in=metrics
    )
    day = timezone.localdate(fact["occurred_at"])
    return list(
        Evaluation.objects.filter(
            pk__in=rows.values("evaluation"),
            status=EvaluationStatus.DRAF,
            skp__status=SkpStatus.DISEPAKATI,
            period__start__lte=day,
            period__end__gte=day,
        ).select_related("period", "skp__employee", "skp__pejabat_penilai", "skp__position__unit")
    )


def _scopes(fact: dict[str, Any]) -> Q:
    """A realisation names whose facts it counts in its lineage."""
    found = Q(pk=None)
    for kind, column in (("petugas", "employee_id"), ("unit", "unit_id"), ("layanan", "service_id")):
        found |= Q(lineage__ukuran__scope__kind=kind, lineage__ukuran__scope__key=str(fact[column]))
    return found
