"""An office with its outline, a coordinator and a liaison, and a citizen who reports on screens alone."""

from dataclasses import dataclass, field
from datetime import date
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from abdi.organisation.actions import grant_role
from abdi.organisation.areas.actions import import_outlines
from abdi.organisation.enums import Role
from abdi.platform.accounts.models import system_user
from abdi.voice.complaints import actions
from abdi.voice.complaints.enums import Kelas
from abdi.voice.complaints.models import Category, Complaint
from tests.cast import Office
from tests.outlines import outline

FORM = reverse("public:complaint")
SINCE = date(2026, 1, 1)
IN_MELATI = {"lat": "-5.175000", "lon": "110.820000"}


def words(response) -> str:
    return response.content.decode()


def photograph(name="lampu.jpg", *, gps=True, size=(640, 480)) -> SimpleUploadedFile:
    """With the place and the owner that a telephone writes into it."""
    exif = Image.Exif()
    exif[0x010F] = "TeleponRahasia"
    if gps:
        exif.get_ifd(0x8825)[2] = (5.0, 10.0, 30.0)
    content = BytesIO()
    Image.new("RGB", size, "navy").save(content, "JPEG", exif=exif)
    return SimpleUploadedFile(name, content.getvalue(), "image/jpeg")


@dataclass
class Desk:
    office: Office
    client: Client
    category: Category
    typed: dict = field(
        default_factory=lambda: {
            "kind": "pengaduan",
            "text": "Lampu jalan mati sejak Kamis, gelap sekali.",
            "visibility": "anonim",
            "submission": "percobaan-1",
        }
    )

    def send(self, **more):
        return self.client.post(FORM, {**self.typed, **more})

    def filed(self, **more) -> Complaint:
        """Through the form; the newest one."""
        answer = self.send(**more)
        assert answer.status_code == 302, words(answer)
        return Complaint.objects.latest("pk")

    def verified(self, one: Complaint, **more) -> Complaint:
        return actions.verify(
            actor=self.office.user("sari"),
            complaint=one,
            category=self.category,
            kelas=Kelas.RINGAN,
            **more,
        )

    def answered(self, one: Complaint, text="Lampu sudah diganti.") -> Complaint:
        sari, joko = self.office.user("sari"), self.office.user("joko")
        actions.dispose(actor=sari, complaint=self.verified(one), unit=self.office.unit, note="")
        actions.take(actor=joko, complaint=one)
        actions.answer(actor=joko, complaint=one, text=text)
        return one


@pytest.fixture
def desk(office, client) -> Desk:
    system = system_user()
    grant_role(actor=system, user=office.user("sari"), role=Role.PENGADUAN, valid_from=SINCE)
    grant_role(
        actor=system, user=office.user("joko"), role=Role.PENGHUBUNG, unit=office.unit, valid_from=SINCE
    )
    import_outlines(actor=system, content=BytesIO(outline()), valid_from=SINCE)
    category = Category(code="007", name="Penerangan jalan", unit=office.unit)
    category.save()
    return Desk(office, client, category)
