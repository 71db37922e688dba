"""The standar of Rina's service, published and commented on, and the hours of her unit; rows without a trail."""

from datetime import timedelta

from django.utils import timezone

from abdi.platform.files.models import StoredFile
from abdi.services.hours.models import Schedule, SpecialDay
from abdi.services.standards.enums import StandarStatus
from abdi.services.standards.models import Comment, Maklumat, Standar
from tests.cast import YEAR
from tests.services.standards.conftest import WHOLE
from tests.web.things import lost_file, once


def in_force(world) -> Standar:
    found = Standar.objects.filter(status=StandarStatus.DITETAPKAN).first()
    if found is None:
        found = Standar(
            layanan=world.office.layanan,
            version=1,
            status=StandarStatus.DITETAPKAN,
            decided_on=YEAR,
            valid_from=YEAR,
            **WHOLE,
        )
        found.save()
    return found


def published(world) -> Standar:
    in_force(world)
    found = Standar.objects.filter(status=StandarStatus.TANGGAPAN).first()
    if found is None:
        found = Standar(
            layanan=world.office.layanan,
            version=2,
            status=StandarStatus.TANGGAPAN,
            published_on=timezone.localdate(),
            **WHOLE,
        )
        found.save()
    return found


def _comment(world) -> Comment:
    return once(Comment, standar=published(world), at=timezone.now(), text="Terlalu lama.")


def _maklumat(world) -> Maklumat:
    said = {"text": "Kami berjanji.", "signed_by": world.office.dewi, "published_on": YEAR}
    return once(Maklumat, unit=world.office.unit, **said)


def _schedule(world) -> Schedule:
    return once(Schedule, unit=world.office.unit, hours={"senin": [["08:00", "12:00"]]}, valid_from=YEAR)


def _special_day(world) -> SpecialDay:
    day = timezone.localdate() + timedelta(days=9)
    return once(SpecialDay, unit=world.office.unit, day=day, reason="Rapat")


def _upload(world) -> StoredFile:
    return lost_file(world, "standards.import", "text/csv", "standar.csv")


def code(world) -> str:
    published(world)
    _maklumat(world)
    return world.office.layanan.code


draft = {"uid": lambda world: published(world).uid}
unit = {"uid": lambda world: world.office.unit.uid}
layanan = {"code": code}

FACTORIES = {
    "public:catalogue_export": {"kind": lambda _world: "json"},
    "public:layanan": layanan,
    "public:standar_file": layanan,
    "public:maklumat_file": layanan,
    "public:standar_draft": layanan,
    "staff:standards_preview": {"uid": lambda world: _upload(world).uid},
    "staff:standar_new": {"uid": lambda world: world.office.layanan.uid},
    "staff:comment_answer": {"uid": lambda world: _comment(world).uid},
    "staff:maklumat_new": unit,
    "staff:standar": draft,
    "staff:standar_change": draft,
    "staff:standar_minutes": draft,
    "staff:standar_publish": draft,
    "staff:standar_set": draft,
    "staff:standar_adopt": draft,
    "staff:standar_withdraw": draft,
    "staff:standar_review": draft,
    "staff:unit_hours": unit,
    "staff:schedule_new": unit,
    "staff:special_day_new": unit,
    "staff:schedule_end": {"uid": lambda world: _schedule(world).uid},
    "staff:special_day_clear": {"uid": lambda world: _special_day(world).uid},
}
