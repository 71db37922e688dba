"""A kelurahan that serves: a line, a counter, a kiosk, a board, a morning to reserve, and its officer."""

import json
from datetime import date, datetime, timedelta
from types import SimpleNamespace

from django.utils import timezone

from abdi.organisation import actions as organisation
from abdi.organisation.enums import EmployeeStatus, JenisJabatan, Role
from abdi.platform.accounts.models import system_user
from abdi.rules.kalender import HARI
from abdi.services.devices.actions import register_device
from abdi.services.devices.enums import DeviceKind
from abdi.services.hours.actions import set_schedule
from abdi.services.queue import actions as queue
from abdi.services.queue.models import Ticket
from abdi.services.reservations.actions import create_slot
from abdi.services.standards import actions as standards
from abdi.services.standards.models import requirement
from abdi.voice.surveys.models import Response, Token, Word
from tests.cast import PASSWORD
from tests.voice.surveys.conftest import Desk

OFFICER, OFFICER_NAME, BOARD = "lastri-loket", "Lastri Loket", "balai-warga"
SERVICE = "Surat keterangan domisili"


def open_counter_office() -> None:
    """Prints the kiosk's token. A slot begins in two minutes, and whoever reserves it may arrive at once."""
    system, now = system_user(), timezone.localtime()
    since = date(now.year - 1, 1, 1)
    unit = organisation.create_unit(actor=system, code="BALAI", name="Kelurahan Balai", valid_from=since)
    layanan = organisation.create_layanan(
        actor=system, code="BALAI-DOMISILI", name=SERVICE, unit=unit, valid_from=since
    )
    _seat(system, unit, since)
    _promise(system, layanan, since)
    always = {day: [["00:00", "24:00"]] for day in HARI}
    set_schedule(actor=system, unit=unit, hours=always, valid_from=now.date())
    line = queue.create_pool(actor=system, unit=unit, letter="B", name="Umum", layanan=[layanan])
    queue.create_counter(actor=system, unit=unit, number=1, pools=[line])
    queue.create_board(actor=system, unit=unit, code=BOARD, name="Balai warga", pools=[line])
    begins = min(now + timedelta(minutes=2), now.replace(hour=23, minute=58))
    create_slot(
        actor=system,
        pool=line,
        weekday=now.weekday(),
        starts=begins.time().replace(second=0, microsecond=0),
        ends=now.time().replace(hour=23, minute=59),
        quota=2,
        valid_from=now.date(),
        early=60,
        book_until=0,
    )
    _kiosk, token = register_device(actor=system, unit=unit, kind=DeviceKind.KIOS, name="Kios pintu depan")
    print(json.dumps(token))


def _seat(system, unit, since) -> None:
    officer = organisation.create_employee(
        actor=system,
        nip="199402022020022022",
        name=OFFICER_NAME,
        status=EmployeeStatus.PNS,
        golongan="Pengatur, II/c",
        unit=unit,
    )
    post = organisation.create_position(
        actor=system, unit=unit, name="Petugas loket", jenis=JenisJabatan.PELAKSANA, valid_from=since
    )
    organisation.place_employee(actor=system, employee=officer, position=post, valid_from=since)
    user = organisation.create_account(actor=system, employee=officer, username=OFFICER, password=PASSWORD)
    organisation.grant_role(actor=system, user=user, role=Role.PETUGAS, unit=unit, valid_from=since)


def _promise(system, layanan, since) -> None:
    standar = standards.draft_standar(actor=system, layanan=layanan)
    fields = {
        "requirements": [requirement("Surat pengantar RT/RW"), requirement("Kartu keluarga, asli")],
        "procedure": ["Ambil nomor", "Serahkan berkas", "Terima surat"],
        "time_value": 10,
        "time_unit": "menit",
        "fee": 0,
        "product": SERVICE,
        "everyday_words": "pindah alamat, keterangan tempat tinggal",
        "complaint": "Loket pengaduan",
        "legal_basis": ["Keputusan lurah tentang standar pelayanan (contoh)"],
        "facilities": "Ruang tunggu",
        "competence": "Memahami persyaratan",
        "supervision": "Oleh lurah",
        "staff": 1,
        "guarantee": "Diulang tanpa biaya",
        "safety": "Berkas disimpan terkunci",
        "evaluation": "Survei kepuasan",
    }
    standards.change_standar(actor=system, standar=standar, fields=fields)
    standards.adopt_standar(
        actor=system, standar=standar, decree="001/SP (contoh)", decided_on=since, valid_from=since
    )


def print_facts() -> None:
    """What the ledger holds of this office."""
    from abdi.facts.selectors import current

    told = sorted({fact["kind"] for fact in current() if fact["source"] == "antrean"})
    print(json.dumps(told))


def print_answer() -> None:
    """Whom and what the only answer is about, and what in its row leads to a number, a link or an hour."""
    row, answer = Response.objects.values().get(), Response.objects.get()
    keys = {value for ticket in Ticket.objects.all() for value in (str(ticket.uid), ticket.code)}
    keys |= {key for one in Token.objects.all() for key in (str(one.uid), one.digest, one.submission_digest)}
    found = [key for key in keys - {""} if key in str(row)]
    found += [name for name, value in row.items() if isinstance(value, datetime)]
    print(json.dumps({"about": [answer.employee.name, answer.layanan.name], "traces": found}))


def _desk() -> Desk:
    """Where the answered link was given out."""
    link = Token.objects.filter(is_used=True).first()
    return Desk(SimpleNamespace(unit=link.unit, layanan=link.layanan, rina=link.employee))


def four_others_answer() -> None:
    for _one in range(4):
        _desk().answer()


def release_a_day_later() -> None:
    _release_after(1)


def release_two_days_later() -> None:
    _release_after(2)


def _release_after(days: int) -> None:
    """As if everybody had answered that many days ago."""
    for rows in (Response.objects.waiting(), Word.objects.filter(released_on=None)):
        rows.update(day=timezone.localdate() - timedelta(days=days))
    _desk().release()
