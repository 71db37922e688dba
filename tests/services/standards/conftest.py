"""A service whose admin Sari takes its standar along the road of PP 96/2012."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from abdi.platform.accounts.models import User
from abdi.services.standards import actions
from abdi.services.standards.enums import Group, TimeUnit
from abdi.services.standards.models import Standar, requirement
from tests.cast import Office

WHOLE = {
    "requirements": [requirement("KTP-el asli"), requirement("Buku nikah", is_required=False)],
    "procedure": ["Ambil nomor", "Serahkan berkas", "Terima KK baru"],
    "time_value": 2,
    "time_unit": TimeUnit.HARI_KERJA,
    "fee": 0,
    "product": "Kartu keluarga",
    "complaint": "Datang ke loket pengaduan atau lewat halaman aduan.",
    "legal_basis": ["UU 24/2013"],
    "facilities": "Ruang tunggu",
    "competence": "Memahami administrasi kependudukan",
    "supervision": "Oleh lurah",
    "staff": 3,
    "guarantee": "Diganti bila salah cetak",
    "safety": "Data pribadi dijaga",
    "evaluation": "Setiap triwulan",
    "everyday_words": "kk hilang, ganti kk, tambah anak",
}
MEETING = [
    {"group": Group.PENYELENGGARA, "name": "Dewi Umpama", "organisation": "Kelurahan Melati"},
    {"group": Group.PENGGUNA, "name": "Warga Andai", "organisation": "RW 03"},
]


@dataclass
class Desk:
    """Verbs as Sari does them; `after` moves what was published into the past."""

    office: Office
    fields: dict = field(default_factory=lambda: dict(WHOLE))

    @property
    def sari(self) -> User:
        return self.office.user("sari")

    @property
    def today(self) -> date:
        return timezone.localdate()

    def draft(self) -> Standar:
        made = actions.draft_standar(actor=self.sari, layanan=self.office.layanan)
        return actions.change_standar(actor=self.sari, standar=made, fields=self.fields)

    def discussed(self) -> Standar:
        standar = self.draft()
        actions.record_berita_acara(
            actor=self.sari, standar=standar, held_on=self.today, place="Balai warga", participants=MEETING
        )
        return standar

    def published(self) -> Standar:
        return actions.publish(actor=self.sari, standar=self.discussed())

    def after(self, standar: Standar, days: int) -> Standar:
        Standar.objects.filter(pk=standar.pk).update(published_on=self.today - timedelta(days=days))
        standar.refresh_from_db()
        return standar

    def commented_out(self) -> Standar:
        return self.after(self.published(), 30)

    def set(self, standar: Standar, verb=actions.set_standar, **changed) -> Standar:
        given = {"decree": "SK 1/2026", "decided_on": self.today, "valid_from": self.today}
        return verb(actor=self.sari, standar=standar, **(given | changed))


@pytest.fixture
def desk(office) -> Desk:
    timezone.activate(ZoneInfo("Asia/Jakarta"))
    return Desk(office)
