"""What the ledger is told of projects, by day: steps done in time, who worked on them, and what people think."""

from collections.abc import Iterator, Sequence
from datetime import date
from uuid import uuid4

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from abdi.facts.kinds import FactKind, register
from abdi.facts.types import NewFact
from abdi.platform.outages.spans import midnight
from abdi.voice.projects.models import Feedback, Milestone, Project

SOURCE = "proyek"
MILESTONE = FactKind(
    "project.milestone_on_time",
    _("Tonggak proyek selesai tepat waktu"),
    "1/0",
    _(
        "1 bila tonggak selesai tidak lewat dari tanggal rencananya, 0 bila lewat; pegawainya penanggung jawabnya."
    ),
)
TEAM = FactKind(
    "project.team",
    _("Kerja tim proyek partisipatif"),
    "",
    _(
        "Satu hasil proyek bagi satu anggota tim: tonggak selesai, hasil dibuka, atau penilaian warga dirilis; "
        "yang mana ada di attrs.what."
    ),
)
FEEDBACK = FactKind(
    "project.feedback",
    _("Penilaian warga atas hasil proyek"),
    "1–5",
    _(
        "Satu penilaian sesudah hasilnya dipakai; dirilis bersama sedikitnya empat lainnya, tanpa jam dan pegawai."
    ),
)


def register_kinds() -> None:
    register(MILESTONE, TEAM, FEEDBACK)


def milestone_facts(milestone: Milestone, on: date) -> Iterator[NewFact]:
    project = milestone.project
    yield NewFact(
        kind=MILESTONE.code,
        occurred_at=midnight(on, timezone.get_current_timezone()),
        unit_id=project.unit_id,
        employee_id=milestone.responsible_id,
        case_key=str(project.uid),
        source_key=f"{milestone.uid}/done",
        value=float(on <= milestone.planned_on),
    )
    yield from team_facts(project, "milestone", str(milestone.uid), on)


def team_facts(project: Project, what: str, key: str, on: date) -> Iterator[NewFact]:
    """One for each who is in the team now. `key` names the thing that was brought about."""
    for employee in project.team.values_list("employee_id", flat=True):
        yield NewFact(
            kind=TEAM.code,
            occurred_at=midnight(on, timezone.get_current_timezone()),
            unit_id=project.unit_id,
            employee_id=employee,
            case_key=str(project.uid),
            source_key=f"{key}/{what}/{employee}",
            attrs={"what": what},
        )


def feedback_facts(project: Project, batch: Sequence[Feedback], on: date) -> Iterator[NewFact]:
    """All of the day of release, under keys made by chance: no fact leads back to the row it was told of."""
    for one in sorted(batch, key=lambda one: one.score):
        yield NewFact(
            kind=FEEDBACK.code,
            occurred_at=midnight(on, timezone.get_current_timezone()),
            unit_id=project.unit_id,
            case_key=str(project.uid),
            source_key=uuid4().hex,
            value=float(one.score),
        )
    yield from team_facts(project, "feedback", f"{project.uid}/{on}", on)
