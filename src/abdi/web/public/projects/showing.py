"""What the public page of a project shows, phase by phase."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import Prefetch, Q, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from abdi.measurement.minimum import MINIMUM_N
from abdi.platform.citizens.models import Citizen
from abdi.platform.files.models import StoredFile
from abdi.platform.tenancy.scope import instansi_or_none
from abdi.voice.projects import ballots
from abdi.voice.projects.budget import budget_of, spent_on
from abdi.voice.projects.enums import ROAD, Phase
from abdi.voice.projects.models import Alternative, Decision, Milestone, Photo, Project, Rejection
from abdi.voice.projects.selectors import (
    changes_of,
    contributions_of,
    figures_of,
    hidden_of,
    milestones_of,
    public_projects,
    team_of,
)

ON_A_PAGE = 20
COLUMNS = [
    _("Proyek"),
    _("Unit kerja"),
    _("Tonggak"),
    _("Rencana"),
    _("Selesai"),
    _("Anggaran"),
    _("Terpakai"),
]


@dataclass(frozen=True)
class Option:
    """`votes` once they are counted, `why_not` once it is decided."""

    alternative: Alternative
    votes: int | None
    is_chosen: bool
    why_not: str


@dataclass(frozen=True)
class Round:
    """Alternatives put to the vote together. `cast`: how many voted, also while nobody is told for what.

    `is_few`: so few that the counts would tell what somebody chose who is known to have voted.
    """

    number: int
    options: list[Option]
    is_open: bool
    cast: int
    is_few: bool
    decision: Decision | None


def in_reach() -> QuerySet[Project]:
    """Raises Http404 where no instansi has its pages."""
    if instansi_or_none() is None:
        raise Http404
    return public_projects()


def find(uid: UUID) -> Project:
    """A draft is not there for anybody who comes by its address."""
    return get_object_or_404(in_reach(), uid=uid)


def project_context(project: Project, citizen: Citizen | None, page: str | None) -> dict[str, Any]:
    is_open = project.phase == Phase.RANCANGAN and ballots.is_voting_open(project)
    return {
        "project": project,
        "citizen": citizen,
        "road": road(project),
        "place": place_of(project),
        "history": project.phases.all(),
        "rounds": rounds(project),
        "may_vote": is_open and not ballots.has_voted(project, citizen),
        "has_voted": is_open and ballots.has_voted(project, citizen),
        "milestones": [(row, spent_on(row)) for row in milestones_of(project)],
        "budget": budget_of(project),
        "changes": changes_of(project),
        "hidden": hidden_of(project),
        "team": team_of(project),
        "figures": figures_of(project),
        "page": Paginator(contributions_of(project), ON_A_PAGE).get_page(page),
        "may_speak": project.phase != Phase.DIHENTIKAN,
        "in_use": project.phase == Phase.DIBUKA,
        "today": timezone.localdate(),
    }


def road(project: Project) -> list[tuple[str, str]]:
    """(words, done | here | ahead) for each phase; a project that was stopped stands nowhere on it."""
    if project.phase not in ROAD:
        return []
    here = ROAD.index(Phase(project.phase))
    states = ["done" if place < here else "here" if place == here else "ahead" for place in range(len(ROAD))]
    return [(str(one.label), state) for one, state in zip(ROAD, states, strict=True)]


def place_of(project: Project) -> tuple[int, int]:
    """Which phase of how many."""
    return (ROAD.index(Phase(project.phase)) + 1 if project.phase in ROAD else 0), len(ROAD)


def rounds(project: Project) -> list[Round]:
    """Newest first; alternatives that are still being drawn are not shown."""
    is_drawing = project.phase in (Phase.DRAF, Phase.GAGASAN)
    last = project.round - 1 if is_drawing else project.round
    whys = Prefetch("rejections", queryset=Rejection.objects.all())
    decided = {one.round: one for one in project.decisions.select_related("chosen").prefetch_related(whys)}
    return [_round(project, number, decided.get(number)) for number in range(last, 0, -1)]


def _round(project: Project, number: int, decision: Decision | None) -> Round:
    is_open = number == project.round and ballots.is_voting_open(project)
    counted = ballots.tally(project, number)
    cast = sum(one.votes for one in counted)
    is_few = 0 < cast < MINIMUM_N
    whys = {one.alternative_id: one.reason for one in decision.rejections.all()} if decision else {}
    options = [
        Option(
            one.alternative,
            None if is_open or is_few else one.votes,
            decision is not None and decision.chosen_id == one.alternative.pk,
            whys.get(one.alternative.pk, ""),
        )
        for one in (sorted(counted, key=lambda one: one.alternative.number) if is_open or is_few else counted)
    ]
    return Round(number, options, is_open, cast, is_few and not is_open, decision)


def picture_file(uid: UUID) -> StoredFile | None:
    """Of an alternative that was put to the vote, or of work on a public project."""
    drawn = [alternative.picture_id for alternative in _shown_alternatives(uid)]
    built = Photo.objects.exclude(milestone__project__phase=Phase.DRAF).values("file")
    return StoredFile.objects.filter(Q(pk__in=drawn) | Q(pk__in=built), uid=uid).first()


def _shown_alternatives(uid: UUID) -> list[Alternative]:
    rows = Alternative.objects.filter(picture__uid=uid).select_related("project")
    return [
        one for one in rows if one.round < one.project.round or one.project.phase not in ("draf", "gagasan")
    ]


def is_public(_stored: StoredFile) -> None:
    """Looked up among what is public already."""


def exported(one: Milestone) -> list[str]:
    done = one.done_on.isoformat() if one.done_on else ""
    told = [one.project.title, one.project.unit.name, one.title, one.planned_on.isoformat(), done]
    return [*told, _plain(one.budget), _plain(spent_on(one))]


def exportable() -> QuerySet[Milestone]:
    rows = Milestone.objects.filter(project__in=in_reach()).select_related("project__unit")
    return rows.prefetch_related("spending").order_by("project", "planned_on", "number")


def _plain(amount: Decimal) -> str:
    return f"{amount:.2f}"
