"""A project of Rina's unit at work, with her in its team; rows without a trail."""

from decimal import Decimal

from django.utils import timezone

from abdi.platform.files.models import StoredFile
from abdi.voice.projects.enums import Phase
from abdi.voice.projects.models import Contribution, Member, Milestone, Photo, Project
from tests.web.things import lost_file, once
from tests.web.things.consultation import citizen


def project(world) -> Project:
    made = once(
        Project,
        unit=world.office.unit,
        title="Taman uji",
        summary="Teduh",
        place="RW 03",
        budget=Decimal(10),
        phase=Phase.PELAKSANAAN,
    )
    once(Member, project=made, employee=world.office.rina, task="Pelaksana")
    return made


def _contribution(world) -> Contribution:
    said = {"phase": Phase.GAGASAN, "at": timezone.now(), "text": "Teduhkan"}
    return once(Contribution, project=project(world), author=citizen(), **said)


def _milestone(world) -> Milestone:
    today = timezone.localdate()
    return once(
        Milestone, project=project(world), number=1, title="Tanah", planned_on=today, budget=Decimal(5)
    )


def _picture(world) -> StoredFile:
    file = lost_file(world, "projects.picture")
    return once(Photo, milestone=_milestone(world), file=file, caption="Tanah rata").file


ONE = {"uid": lambda world: project(world).uid}
SAID = {"uid": lambda world: _contribution(world).uid}

FACTORIES = {
    "public:project": ONE,
    "public:project_contribute": ONE,
    "public:project_vote": ONE,
    "public:project_mark": ONE,
    "public:contribution_withdraw": SAID,
    "public:project_picture": {"uid": lambda world: _picture(world).uid},
    "public:project_export": {"kind": lambda _world: "csv"},
    "staff:project": ONE,
    "staff:project_step": ONE | {"step": lambda _world: "hentikan"},
    "staff:member_remove": {"uid": lambda world: project(world).members.first().uid},
    "staff:milestone_step": {"uid": lambda world: _milestone(world).uid, "step": lambda _world: "foto"},
    "staff:contribution_step": SAID | {"step": lambda _world: "catat"},
}
