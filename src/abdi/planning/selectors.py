"""Reads that shape a page."""

from datetime import date

from django.db.models import Q, QuerySet

from abdi.organisation.models import Employee
from abdi.organisation.selectors import subordinates_of
from abdi.planning.enums import PeriodKind
from abdi.planning.models import Period, Rhk, Skp
from abdi.planning.versions.selectors import without_skp_on


def skp_of(employee: Employee) -> QuerySet[Skp]:
    """His own, newest period first."""
    return Skp.objects.filter(employee=employee).select_related("period", "position__unit", "pejabat_penilai")


def skp_on(employee: Employee, day: date) -> Skp | None:
    """The one in force on a day, by itself."""
    his = Skp.objects.filter(employee=employee, start__lte=day, end__gte=day)
    return his.order_by("-period__start", "pk").first()


def current_skp(employee: Employee, on: date) -> Skp | None:
    """The one in force on a day, else his newest."""
    mine = skp_of(employee)
    return mine.filter(start__lte=on, end__gte=on).first() or mine.first()


def results_above(skp: Skp) -> QuerySet[Rhk]:
    """The leader's RHK this SKP may serve, also while his own plan is a draft."""
    return Rhk.objects.filter(skp__employee=skp.pejabat_penilai, skp__period=skp.period)


def skp_to_assess(assessor: Employee) -> QuerySet[Skp]:
    """Those he agrees and judges, by name in the SKP or because the people are his today."""
    his = Q(pejabat_penilai=assessor) | Q(employee__in=subordinates_of(assessor))
    return Skp.objects.filter(his).select_related("employee", "period", "position__unit")


def annual_periods() -> QuerySet[Period]:
    """Periods an SKP can be drawn up for, newest first."""
    return Period.objects.filter(kind=PeriodKind.TAHUNAN).order_by("-start")


def started_periods(on: date) -> QuerySet[Period]:
    """Periods that can be judged by now; the one begun last, and of those the shortest, comes first."""
    return Period.objects.filter(start__lte=on).order_by("-start", "end")


def periods_within(skp: Skp, on: date) -> QuerySet[Period]:
    """Periods of its year that this SKP reaches into and that can be judged by now."""
    of_year = started_periods(on).filter(start__gte=skp.period.start, end__lte=skp.period.end)
    return of_year.filter(start__lte=skp.end, end__gte=skp.start)


def without_skp(assessor: Employee, on: date) -> QuerySet[Employee]:
    """His people who owe an SKP for the day and have none yet, by name (PP 30/2019 Ps 23: who owes none)."""
    begun = Skp.objects.filter(start__lte=on, end__gte=on)
    owing = subordinates_of(assessor, on).exclude(pk__in=without_skp_on(on).values("employee"))
    return owing.exclude(pk__in=begun.values("employee"))
