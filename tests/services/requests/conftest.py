"""One errand to two units: a changed family card in Melati and a legalised copy in Kenanga."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from io import BytesIO
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from abdi.organisation import actions as organisation
from abdi.organisation.enums import Role
from abdi.organisation.models import Layanan
from abdi.platform import moments
from abdi.platform.accounts.models import User, public_user, system_user
from abdi.services.requests import actions
from abdi.services.requests.enums import DocumentStatus
from abdi.services.requests.models import CitizenVisit, Document, Permohonan
from abdi.services.standards.enums import StandarStatus, TimeUnit
from abdi.services.standards.models import Standar, requirement
from tests.cast import YEAR, Office, employ, open_office

ZONE = ZoneInfo("Asia/Jakarta")
NINE = datetime(2026, 11, 18, 9, 0, tzinfo=ZONE)  # a Wednesday, in the office's hours
PDF = b"%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n"


@dataclass
class Errand:
    office: Office
    legalisir: Layanan
    elsewhere: User  # petugas of the other unit
    at: datetime = NINE

    def user(self, name: str | User) -> User:
        return name if isinstance(name, User) else self.office.user(name)

    def do(self, verb, who="rina", after=0, **arguments):
        """One verb, `after` minutes after the last; without a name it is the officer's, "warga" the citizen's."""
        self.at += timedelta(minutes=after)
        actor = public_user() if who == "warga" else self.user(who)
        with moments.replayed_at(self.at):
            return verb(actor=actor, **arguments)

    def file(self, who="warga", **more) -> CitizenVisit:
        asked = {"unit": self.office.unit, "layanan": [self.office.layanan, self.legalisir]}
        return self.do(actions.open_visit, who, **(asked | more))

    def one(self, **more) -> Permohonan:
        return self.file(**more).permohonan.get(number=1)

    def taken(self, **more) -> Permohonan:
        return self.do(actions.take_up, permohonan=self.one(**more))

    def paper(self, permohonan: Permohonan) -> Document:
        return permohonan.documents.get(number=1)

    def send(self, document: Document, content=PDF, name="ktp.pdf", who="warga") -> Document:
        return self.do(actions.attach, who, document=document, content=BytesIO(content), name=name)

    def judge(self, document: Document, status=DocumentStatus.SESUAI, note="") -> Document:
        return self.do(actions.judge_document, document=document, status=status, note=note)

    def ready(self) -> Permohonan:
        """Taken up, with its paper found right."""
        permohonan = self.taken()
        self.judge(self.paper(permohonan))
        return permohonan


def promise(layanan: Layanan, **fields) -> Standar:
    """A standar that was set and is in force."""
    first = {"version": 1, "status": StandarStatus.DITETAPKAN, "valid_from": YEAR, "decided_on": YEAR}
    standar = Standar(layanan=layanan, **(first | fields))
    standar.save()
    return standar


def open_errand(office: Office) -> Errand:
    system = system_user()
    kenanga = organisation.create_unit(
        actor=system, code="KEL-KENANGA", name="Kelurahan Kenanga", valid_from=YEAR
    )
    legalisir = organisation.create_layanan(
        actor=system, code="LEG", name="Legalisir", unit=kenanga, valid_from=YEAR
    )
    gita = employ(kenanga, "gita", "Gita Contoh", "198805052015012007", "Pengadministrasi")
    for user, unit in ((office.user("rina"), office.unit), (gita.user, kenanga)):
        organisation.grant_role(actor=system, user=user, role=Role.PETUGAS, unit=unit, valid_from=YEAR)
    asked = [requirement("KTP-el asli"), requirement("Buku nikah", is_required=False)]
    promise(office.layanan, requirements=asked, time_value=2, time_unit=TimeUnit.JAM)
    promise(legalisir, version=3, time_value=2, time_unit=TimeUnit.HARI_KERJA)
    return Errand(office, legalisir, gita.user)


@pytest.fixture
def errand(instansi) -> Errand:
    timezone.activate(ZONE)
    return open_errand(open_office())
