"""Reads of projects, for pages and tasks."""

from dataclasses import dataclass
from datetime import date
from statistics import fmean, stdev
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet

from abdi.measurement.minimum import MINIMUM_N
from abdi.measurement.statistics import Interval, mean_interval
from abdi.platform.accounts.models import User
from abdi.platform.citizens.models import Citizen
from abdi.platform.files.models import StoredFile
from abdi.voice.permissions import units_facilitated
from abdi.voice.projects.enums import DRAWN_IN, Hidden, Phase
from abdi.voice.projects.models import (
    Alternative,
    Contribution,
    Milestone,
    Photo,
    Project,
)


@dataclass(frozen=True)
class Figures:
    """What people think of the result: mean of 1 to 5 with its interval, and words in no order."""

    n: int
    mean: float | None
    interval: Interval
    words: list[str]


def public_projects() -> QuerySet[Project]:
    return Project.objects.exclude(phase=Phase.DRAF).select_related("unit")


def projects_worked_on(user: User) -> QuerySet[Project]:
    """Of the units this person facilitates, and those he is in the team of; drafts too."""
    units = units_facilitated(user)
    rows = Project.objects.select_related("unit")
    if units is None:
        return rows
    mine = Project.objects.filter(members__employee__user=user, members__left_on=None)
    return rows.filter(Q(unit__in=units) | Q(pk__in=mine.values("pk")))


def narrowed(rows: QuerySet[Project], phase: str) -> QuerySet[Project]:
    return rows.filter(phase=phase) if phase in Phase.values else rows


def contributions_of(project: Project) -> QuerySet[Contribution]:
    """What was said and is shown, newest first, with the name each author chose."""
    return project.contributions.filter(hidden="").select_related("author")


def changes_of(project: Project) -> QuerySet[Contribution]:
    """What changed because of whom, in the order in which it did."""
    return contributions_of(project).exclude(changed="").order_by("changed_at", "pk")


def hidden_of(project: Project) -> list[tuple[str, int]]:
    """How often which rule was used: (label, count)."""
    rows = project.contributions.exclude(hidden="").order_by("hidden").values_list("hidden")
    return [(str(Hidden(rule).label), count) for rule, count in rows.annotate(count=Count("pk"))]


def shown_alternatives() -> QuerySet[Alternative]:
    """Those put to the vote; until then they are nobody's to see."""
    return Alternative.objects.exclude(round=F("project__round"), project__phase__in=DRAWN_IN)


def public_picture(uid: UUID) -> StoredFile | None:
    """Of an alternative that was put to the vote, or of work on a public project."""
    drawn = shown_alternatives().filter(picture__uid=uid).values("picture")
    built = Photo.objects.filter(file__uid=uid).exclude(milestone__project__phase=Phase.DRAF).values("file")
    return StoredFile.objects.filter(Q(pk__in=drawn) | Q(pk__in=built)).first()


def milestones_of(project: Project) -> QuerySet[Milestone]:
    """In the order of the plan, with money and photographs."""
    return project.milestones.prefetch_related("spending", "photos__file")


def figures_of(project: Project) -> Figures:
    """Of what was released; no number below five."""
    shown = list(project.feedback.filter(is_released=True))
    scores = [one.score for one in shown]
    if len(scores) < MINIMUM_N:
        return Figures(len(scores), None, (None, None), [])
    mean = fmean(scores)
    words = [one.words for one in shown if one.words]
    return Figures(len(scores), mean, mean_interval(mean, stdev(scores), len(scores)), words)


def awaiting_release(on: date) -> QuerySet[Project]:
    """With enough that was given before that day and is not shown yet."""
    waiting = Q(feedback__is_released=False, feedback__given_on__lt=on)
    return Project.objects.annotate(waiting=Count("feedback", filter=waiting)).filter(waiting__gte=MINIMUM_N)


def said_by(citizen: Citizen) -> QuerySet[Contribution]:
    return Contribution.objects.filter(author=citizen).select_related("project")
