"""What the public page of a project shows, phase by phase."""

from decimal import Decimal
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from abdi.platform.citizens.models import Citizen
from abdi.voice.projects.ballots import has_voted, is_voting_open
from abdi.voice.projects.budget import budget_of, spent_on
from abdi.voice.projects.enums import ROAD, Phase
from abdi.voice.projects.models import Milestone, Project
from abdi.voice.projects.rounds import rounds_of
from abdi.voice.projects.selectors import (
    changes_of,
    contributions_of,
    figures_of,
    hidden_of,
    milestones_of,
    public_projects,
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


def project_context(project: Project, citizen: Citizen | None, page: str | None) -> dict[str, Any]:
    milestones = milestones_of(project)
    return {
        "project": project,
        "citizen": citizen,
        "road": road(project),
        "history": project.phases.all(),
        "rounds": rounds_of(project),
        "has_voted": is_voting_open(project) and has_voted(project, citizen),
        "milestones": [(row, spent_on(row)) for row in milestones],
        "budget": budget_of(project, milestones),
        "changes": changes_of(project),
        "hidden": hidden_of(project),
        "team": project.team,
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
    states = [*["done"] * here, "here", *["ahead"] * (len(ROAD) - here - 1)]
    return [(str(one.label), state) for one, state in zip(ROAD, states, strict=True)]


def exportable() -> QuerySet[Milestone]:
    """Of every public project, in the order of its plan."""
    rows = Milestone.objects.filter(project__in=public_projects()).select_related("project__unit")
    return rows.prefetch_related("spending")


def exported(one: Milestone) -> list[str]:
    done = one.done_on.isoformat() if one.done_on else ""
    told = [one.project.title, one.project.unit.name, one.title, one.planned_on.isoformat(), done]
    return [*told, _plain(one.budget), _plain(spent_on(one))]


def _plain(amount: Decimal) -> str:
    return f"{amount:.2f}"
