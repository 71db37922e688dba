"""A city with two categories, a public complaint, one that waits, and whoever may send."""

from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.utils import timezone

from abdi.organisation.enums import Role
from abdi.platform import moments
from abdi.platform.accounts.models import public_user, system_user
from abdi.platform.keys.actions import issue_key
from abdi.platform.keys.enums import KeyScope
from abdi.voice.complaints import actions
from abdi.voice.complaints.enums import Channel, Kind
from abdi.voice.complaints.models import Category, Complaint
from abdi.voice.complaints.types import Place, Reporter
from tests import cast

NAME, PHONE = "Wawan Rahasia", "081234567890"
LATITUDE, LONGITUDE = -7.250445, 112.768845
ATTRIBUTES = [
    {
        "code": "LEBAR",
        "description": "Seberapa lebar?",
        "datatype": "singlevaluelist",
        "required": True,
        "order": 2,
        "values": [{"key": "kecil", "name": "Selebar tangan"}, {"key": "besar", "name": "Selebar jalan"}],
    },
    {
        "code": "BAHAYA",
        "description": "Apa bahayanya?",
        "datatype": "multivaluelist",
        "order": 1,
        "values": [{"key": "motor", "name": "Motor jatuh"}, {"key": "banjir", "name": "Tergenang"}],
    },
    {"code": "SEJAK", "description": "Sejak kapan?", "datatype": "datetime", "order": 3},
    {"code": "INFO", "description": "Ditangani Dinas PU.", "datatype": "text", "order": 4, "variable": False},
]


@dataclass
class City:
    office: cast.Office
    holes: Category
    lamps: Category
    token: str
    coordinator: object

    def file(self, text="Lubang besar di depan pasar", **more) -> Complaint:
        given = {
            "actor": public_user(),
            "kind": Kind.PENGADUAN,
            "channel": Channel.WEB,
            "category": self.holes,
        }
        given |= {
            "unit": self.office.unit,
            "place": Place(LATITUDE, LONGITUDE, "Jalan Contoh 1"),
            "text": text,
        }
        return actions.file_complaint(**given | more)

    def publish(self, ago: timedelta = timedelta(), **more) -> Complaint:
        """Filed and verified, some time ago."""
        with moments.replayed_at(timezone.now() - ago):
            return self.verify(self.file(**more))

    def verify(self, complaint: Complaint) -> Complaint:
        category = complaint.category
        return actions.verify(actor=self.coordinator, complaint=complaint, category=category, kelas="ringan")


@pytest.fixture
def city(office) -> City:
    system = system_user()
    holes = actions.create_category(
        actor=system, code="001", name="Jalan berlubang", group="Jalan", keywords="lubang, aspal",
        description="Lubang di jalan kota", unit=office.unit, attributes=ATTRIBUTES,
    )  # fmt: skip
    lamps = actions.create_category(actor=system, code="lampu", name="Lampu jalan mati", group="Jalan")
    actions.create_category(actor=system, code="pungli", name="Pungutan liar", goes_to_pengawas=True)
    coordinator = cast.employ(office.unit, "koko", "Koko Andaian", "199205052017011005", "Analis")
    cast.organisation.grant_role(
        actor=system, user=coordinator.user, role=Role.PENGADUAN, valid_from=cast.YEAR
    )
    token = issue_key(actor=system, name="Aplikasi kota", scopes=[KeyScope.OPEN311])[1]
    return City(office, holes, lamps, token, coordinator.user)


@pytest.fixture
def reporter() -> Reporter:
    return Reporter(name=NAME, contact=PHONE)
