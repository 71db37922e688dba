"""Two reports from afar: one just filed, with a photograph, and one that everybody may read."""

from abdi.platform.accounts.models import public_user
from abdi.voice.complaints.actions import file_complaint
from abdi.voice.complaints.enums import Channel, Kelas, Kind, Status
from abdi.voice.complaints.models import Complaint
from tests.voice.scene import photo


def filed(world) -> Complaint:
    known = Complaint.objects.filter(status=Status.BARU).first()
    return known or _file(world, "Lampu jalan mati di depan balai warga.")


def published(world) -> Complaint:
    known = Complaint.objects.filter(status=Status.TERVERIFIKASI).first()
    if known:
        return known
    one = _file(world, "Saluran air tersumbat di jalan utama.")
    one.status, one.kelas, one.verified_at = Status.TERVERIFIKASI, Kelas.RINGAN, one.received_at
    one.save()
    one.photos.update(is_public=True)
    return one


def _file(world, text: str) -> Complaint:
    return file_complaint(
        actor=public_user(),
        kind=Kind.PENGADUAN,
        text=text,
        channel=Channel.WEB,
        unit=world.office.unit,
        photos=[photo()],
    )


code = {"code": lambda world: filed(world).code}
number = {"number": lambda world: published(world).number}
BY_CODE = ("track", "receipt", "receipt_pdf", "add", "confirm", "reopen", "withdraw", "escalate")
FACTORIES = {
    **{f"public:complaint_{name}": code for name in BY_CODE},
    "public:complaint_photo": code | {"photo": lambda _world: 1},
    "public:complaint_public": number,
    "public:complaint_public_photo": number | {"photo": lambda _world: 1},
}
