"""A project of Rina's unit at work, with her in its team; rows without a trail."""

from datetime import timedelta
from decimal import Decimal

from django.utils import timezone

from abdi.platform.citizens.models import Citizen
from abdi.platform.files.models import StoredFile
from abdi.voice.projects.enums import Phase
from abdi.voice.projects.models import Contribution, Member, Milestone, Photo, Project


def project(world) -> Project:
    known = Project.objects.first()
    if known is not None:
        return known
    made = Project(
        unit=world.office.unit, title="Taman uji", summary="Teduh", place="RW 03", budget=Decimal(10)
    )
    made.phase = Phase.PELAKSANAAN
    made.save()
    Member(project=made, employee=world.office.rina, task="Pelaksana").save()
    return made


def _contribution(world) -> Contribution:
    known = Contribution.objects.first()
    if known is not None:
        return known
    now = timezone.now()
    author = Citizen(name="Warga Proyek", email_digest="e" * 64, verified_at=now - timedelta(days=9))
    author.save()
    made = Contribution(project=project(world), phase=Phase.GAGASAN, author=author, at=now, text="Teduhkan")
    made.save()
    return made


def _milestone(world) -> Milestone:
    known = Milestone.objects.first()
    made = known or Milestone(
        project=project(world), number=1, title="Tanah", planned_on=timezone.localdate(), budget=Decimal(5)
    )
    if known is None:
        made.save()
    return made


def _picture(world) -> StoredFile:
    known = Photo.objects.first()
    if known is not None:
        return known.file
    file = StoredFile(
        sha256="0" * 64,
        size=1,
        content_type="image/jpeg",
        name="gambar.jpg",
        purpose="projects.picture",
        owner=world.office.user("sari"),
    )
    file.save()
    Photo(milestone=_milestone(world), file=file, caption="Tanah rata").save()
    return file


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
