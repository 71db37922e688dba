"""A secret ballot: who voted is a keyed digest, what was voted is counted once the vote is closed."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils import timezone

from abdi.platform import moments
from abdi.platform.citizens.models import Citizen
from abdi.platform.encryption import keyed_digest
from abdi.rules.kalender import DAY
from abdi.voice.projects.enums import Phase
from abdi.voice.projects.models import Alternative, Project, Vote


@dataclass(frozen=True)
class Choice:
    """One alternative with its voices."""

    alternative: Alternative
    votes: int


def voter_of(project: Project, citizen: Citizen) -> str:
    """The same person in the same project, and nothing that leads from one project to another."""
    return keyed_digest(f"project:{project.uid}:{citizen.uid}")


def counts_on(citizen: Citizen) -> date:
    """Today; a new account counts from the day after its hold ends, by the day so that no moment gives it away."""
    now = moments.now()
    if citizen.is_held(now):
        return timezone.localdate(citizen.held_until) + DAY
    return timezone.localdate(now)


def is_voting_open(project: Project) -> bool:
    """A project that was stopped meanwhile takes no votes either."""
    closes_at = project.vote_closes_at if project.phase == Phase.RANCANGAN else None
    return closes_at is not None and moments.now() < closes_at


def has_voted(project: Project, citizen: Citizen | None) -> bool:
    if citizen is None:
        return False
    return Vote.objects.filter(
        project=project, round=project.round, voter=voter_of(project, citizen)
    ).exists()


def valid_votes(project: Project, round_number: int) -> QuerySet[Vote]:
    """Of accounts that were not stopped and are old enough by now."""
    blocked = Citizen.objects.filter(is_blocked=True)
    stopped = [voter_of(project, one) for one in blocked]
    rows = Vote.objects.filter(project=project, round=round_number, counts_on__lte=moments.today())
    return rows.exclude(voter__in=stopped)


def are_votes_pending(project: Project) -> bool:
    """Some accounts are still too new to count."""
    rows = Vote.objects.filter(project=project, round=project.round)
    return rows.filter(counts_on__gt=moments.today()).exists()


def tally(project: Project, round_number: int) -> list[Choice]:
    """Of a closed round, most voices first; of equal ones the first put forward."""
    counted = Counter(valid_votes(project, round_number).values_list("alternative_id", flat=True))
    options = project.alternatives.filter(round=round_number).select_related("picture")
    rows = [Choice(one, counted[one.pk]) for one in options]
    return sorted(rows, key=lambda one: -one.votes)
