"""Reads that shape a page, and what the judgement reads."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from abdi.activity.feedback.enums import CollectionKind, CollectionStatus
from abdi.activity.feedback.models import Collection, Feedback, Invitation
from abdi.activity.feedback.relations import colleagues_of
from abdi.organisation.models import Employee
from abdi.organisation.selectors import subordinates_of
from abdi.planning.models import Period


@dataclass(frozen=True)
class FeedbackSummary:
    """What is known about one person for one period.

    `medians`: nilai → (median on the survey's scale, n); `words`: (nilai or "", sentence), shuffled;
    `own`: nilai → his own score; `suggestion`: answer of rule `opini_perilaku`, or None.
    """

    named: list[Feedback]
    medians: dict[str, tuple[float, int]]
    words: list[tuple[str, str]]
    own: dict[str, int]
    suggestion: dict[str, Any] | None


def feedback_for(employee: Employee, period: Period) -> FeedbackSummary:
    """Named words of the period and what its closed collections said; three queries however much there is.

    Asks nobody's permission: the caller shows it to the employee and his pejabat penilai alone.
    """
    collections = list(_closed_within(employee, period).prefetch_related("open_scores"))
    results = [one.result for one in collections if one.has_result]
    survey = next((one for one in collections if one.kind == CollectionKind.SURVEI), None)
    heard = survey.result if survey and survey.has_result else {}
    return FeedbackSummary(
        named=list(named_about(employee).filter(day__gte=period.start, day__lte=period.end)),
        medians={nilai: (one["median"], one["n"]) for nilai, one in heard.get("medians", {}).items()},
        words=[(word["nilai"], word["text"]) for result in results for word in result["words"]],
        own=own_scores(survey) if survey else {},
        suggestion=heard.get("saran"),
    )


def named_about(employee: Employee) -> QuerySet[Feedback]:
    return Feedback.objects.filter(about=employee).select_related("by", "rhk")


def own_scores(survey: Collection) -> dict[str, int]:
    """His own answer; uses `open_scores` when it was fetched along."""
    return next((one.scores for one in survey.open_scores.all() if one.by_id == survey.about_id), {})


def collections_about(employee: Employee) -> QuerySet[Collection]:
    """His own, newest first."""
    return Collection.objects.filter(about=employee).select_related("about", "period")


def collections_led_by(leader: Employee, on: date) -> QuerySet[Collection]:
    """Surveys of his people that wait for him, run, or were closed."""
    people = subordinates_of(leader, on)
    return Collection.objects.filter(about__in=people, kind=CollectionKind.SURVEI).select_related(
        "about", "period"
    )


def asked_of(employee: Employee, on: date) -> QuerySet[Invitation]:
    """What waits for his answer."""
    rows = Invitation.objects.filter(
        rater=employee, answered=False, collection__status=CollectionStatus.BERJALAN
    )
    return rows.filter(collection__closes_on__gte=on).select_related(
        "collection__about", "collection__period"
    )


def collections_due(on: date) -> QuerySet[Collection]:
    """Running ones whose last day has passed."""
    return Collection.objects.filter(status=CollectionStatus.BERJALAN, closes_on__lt=on).select_related(
        "about", "period"
    )


def _closed_within(employee: Employee, period: Period) -> QuerySet[Collection]:
    return Collection.objects.filter(
        about=employee,
        status=CollectionStatus.DITUTUP,
        period__start__gte=period.start,
        period__end__lte=period.end,
    ).order_by("-closes_on", "pk")


def speakable(employee: Employee, on: date) -> QuerySet[Employee]:
    """Whom he may say something about: those near him, and whoever asked him; by name."""
    asked = Invitation.objects.filter(
        rater=employee, collection__kind=CollectionKind.KOTAK, collection__closes_on__gte=on
    )
    near = colleagues_of(employee, on)
    return Employee.objects.filter(Q(pk__in=near) | Q(pk__in=asked.values("collection__about")))


def askable_about(employee: Employee, on: date) -> QuerySet[Employee]:
    """About whom he may ask others: himself and his people, by name."""
    return Employee.objects.filter(Q(pk=employee.pk) | Q(pk__in=subordinates_of(employee, on)))
