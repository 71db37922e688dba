"""Two offices, a coordinator and an inspector; a reporter who has a code and nothing else."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from abdi.organisation import actions as organisation
from abdi.organisation.enums import Role
from abdi.organisation.models import Employee, Unit
from abdi.platform import moments
from abdi.platform.accounts.models import User, public_user, system_user
from abdi.voice.complaints import actions
from abdi.voice.complaints.models import Category, Complaint
from tests.cast import YEAR, Office, employ

ZONE = ZoneInfo("Asia/Jakarta")
MONDAY = datetime(2026, 9, 7, 9, 0, tzinfo=ZONE)  # no holiday in its four weeks
DAY = timedelta(days=1)


@dataclass
class Town:
    """Rina and Nina are liaisons of Melati, Dewi is its head; Gita is Kenanga's; Koko coordinates; Indra inspects."""

    office: Office
    kenanga: Unit
    nina: Employee
    gita: Employee
    koko: Employee
    indra: Employee
    category: Category
    at: datetime = MONDAY

    def user(self, name: str) -> User:
        special = {"warga": public_user, "sistem": system_user}
        if name in special:
            return special[name]()
        found: Employee = getattr(self, name, None) or getattr(self.office, name)
        return found.user

    def do(self, verb, who="koko", days=0, **arguments):
        """One verb, `days` calendar days after the last."""
        self.at += days * DAY
        with moments.replayed_at(self.at):
            return getattr(actions, verb)(actor=self.user(who), **arguments)

    def file(self, who="warga", days=0, **more) -> Complaint:
        told = {"kind": "pengaduan", "channel": "web", "unit": self.office.unit}
        told |= {"text": "Loket tutup pukul sebelas padahal tertulis pukul dua belas."}
        return self.do("file_complaint", who, days, **(told | more))

    def verified(self, kelas="normatif", **more) -> Complaint:
        filed = self.file(**more)
        return self.do("verify", complaint=filed, category=self.category, kelas=kelas)

    def disposed(self, **more) -> Complaint:
        return self.do("dispose", complaint=self.verified(**more), unit=self.office.unit)

    def taken(self, **more) -> Complaint:
        return self.do("take", "rina", complaint=self.disposed(**more))

    def answered(self, days=0, **more) -> Complaint:
        return self.do(
            "answer", "rina", days, complaint=self.taken(**more), text="Jam layanan sudah diperbaiki."
        )

    def closed(self, **more) -> Complaint:
        return self.do("close", complaint=self.answered(**more))


def open_town(office: Office) -> Town:
    system = system_user()
    made = organisation.create_unit
    kenanga = made(actor=system, code="KEL-KENANGA", name="Kelurahan Kenanga", valid_from=YEAR)
    centre = made(actor=system, code="DINAS", name="Dinas Rekaan", valid_from=YEAR)
    gita = employ(kenanga, "gita", "Gita Contoh", "198805052015012007", "Pengadministrasi")
    nina = employ(office.unit, "nina", "Nina Ibarat", "199205052018012005", "Pengadministrasi umum")
    koko = employ(centre, "koko", "Koko Misalnya", "198106062006041006", "Pengelola pengaduan")
    indra = employ(centre, "indra", "Indra Seandainya", "197907072004041007", "Auditor")
    roles = (
        (office.rina, Role.PENGHUBUNG, office.unit),
        (nina, Role.PENGHUBUNG, office.unit),
        (gita, Role.PENGHUBUNG, kenanga),
        (koko, Role.PENGADUAN, None),
        (indra, Role.PENGAWAS, None),
        (office.joko, Role.PETUGAS, office.unit),
    )
    for person, role, unit in roles:
        organisation.grant_role(actor=system, user=person.user, role=role, unit=unit, valid_from=YEAR)
    category = actions.create_category(
        actor=koko.user, code="JAM", name="Jam layanan", layanan=office.layanan, kelas="normatif"
    )
    return Town(office, kenanga, nina, gita, koko, indra, category)


@pytest.fixture
def town(office) -> Town:
    timezone.activate(ZONE)
    return open_town(office)
