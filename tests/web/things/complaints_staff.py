"""A complaint that lies with Rina's unit, a photograph of it, and a category."""

from abdi.organisation.actions import grant_role
from abdi.organisation.enums import Role
from abdi.platform.accounts.models import User, public_user, system_user
from abdi.voice.complaints import actions
from abdi.voice.complaints.models import Category, Complaint
from tests import cast
from tests.voice.scene import photo

NOBODY = "koordinator"


def category(_world) -> Category:
    return Category.objects.filter(code="jam").first() or actions.create_category(
        actor=system_user(), code="jam", name="Jam layanan", kelas="normatif"
    )


def coordinator(world) -> User:
    """Somebody whom no role of the tests is played by."""
    known = User.objects.filter(username=NOBODY).first()
    if known is None:
        one = cast.employ(world.office.unit, NOBODY, "Koko Misalnya", "198106062006041006", "Arsiparis")
        known = one.user
        grant_role(actor=system_user(), user=known, role=Role.PENGADUAN, valid_from=cast.YEAR)
    return known


def complaint(world) -> Complaint:
    known = Complaint.objects.filter(submission__gt="", text__startswith="Loket tutup").first()
    return known or _disposed(world)


def _disposed(world) -> Complaint:
    koko = coordinator(world)
    one = actions.file_complaint(
        actor=public_user(),
        kind="pengaduan",
        text="Loket tutup pukul sebelas.",
        channel="web",
        unit=world.office.unit,
        photos=[photo()],
        submission="buatan",
    )
    actions.verify(actor=koko, complaint=one, category=category(world), kelas="normatif")
    return actions.dispose(actor=koko, complaint=one, unit=world.office.unit)


UID = {"uid": lambda world: complaint(world).uid}

FACTORIES = {
    "staff:complaint": UID,
    "staff:complaint_do": UID | {"verb": lambda _world: "ambil"},
    "staff:complaint_identity": UID,
    "staff:complaint_photo": UID | {"number": lambda _world: 1},
    "staff:complaint_category": {"uid": lambda world: category(world).uid},
}
