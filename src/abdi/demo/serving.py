"""Offices that serve: what they promise, when they are open, their lines, counters and boards."""

from datetime import date, time

from django.utils import timezone

from abdi.demo.building import Region
from abdi.demo.promises import PROCEDURE, PROMISES
from abdi.demo.region import OFFICES, Office, Service
from abdi.organisation.models import Layanan
from abdi.platform.accounts.models import User
from abdi.services.hours.actions import set_schedule
from abdi.services.queue import actions as queue
from abdi.services.queue.setup import PoolSettings
from abdi.services.reservations.actions import create_slot
from abdi.services.standards import actions as standards
from abdi.services.standards.enums import TimeUnit
from abdi.services.standards.models import requirement

_WEEK = ("senin", "selasa", "rabu", "kamis", "jumat")
_USUAL = {day: [["08:00", "15:00"]] for day in _WEEK}
# whoever tries the demo does so in the evening and on Sunday too
_ALWAYS = {day: [["00:00", "24:00"]] for day in (*_WEEK, "sabtu", "minggu")}
_TRIED_HERE = "KEL-MELATI"
_COUNTERS, _PLACES = 2, 6
_SLOTS = ((time(9), time(10)), (time(10), time(11)))


def open_counters(*, actor: User, region: Region, since: date) -> None:
    """Every office with services, from today on; `since` is when its standards came into force."""
    today = timezone.localdate()
    for office in OFFICES:
        if office.services:
            _promise(actor, office, region, since)
            _open(actor, office, region, today)


def _promise(actor: User, office: Office, region: Region, since: date) -> None:
    for number, service in enumerate(office.services, start=1):
        standar = standards.draft_standar(actor=actor, layanan=region.layanan[service.code])
        standards.change_standar(actor=actor, standar=standar, fields=_components(service))
        standards.adopt_standar(
            actor=actor,
            standar=standar,
            decree=f"{number:03d}/SP/{office.code}/{since.year} (contoh)",
            decided_on=since,
            valid_from=since,
        )
    standards.publish_maklumat(
        actor=actor,
        unit=region.units[office.code],
        text="Kami sanggup melayani sesuai standar pelayanan, dan bersedia diperbaiki bila tidak menepatinya.",
        signed_by=region.head(office.code),
        published_on=since,
    )


def _components(service: Service) -> dict[str, object]:
    promise = PROMISES[service.code.split("-")[-1]]
    time_value, time_unit = (
        (service.days, TimeUnit.HARI_KERJA) if service.days else (service.minutes, TimeUnit.MENIT)
    )
    return {
        "requirements": [
            *(requirement(text) for text in promise.requirements),
            *(requirement(text, is_required=False) for text in promise.optional),
        ],
        "procedure": list(PROCEDURE),
        "time_value": time_value,
        "time_unit": time_unit,
        "fee": 0,
        "product": promise.product,
        "everyday_words": promise.ours,
        "complaint": "Loket pengaduan, kotak saran, dan halaman pengaduan Abdi",
        "legal_basis": [promise.basis],
        "facilities": "Ruang tunggu, kios nomor, papan antrean, jalur kursi roda",
        "competence": "Memahami persyaratan dan aplikasi layanan",
        "supervision": "Diperiksa kepala unit setiap pekan",
        "staff": _COUNTERS,
        "guarantee": "Diulang tanpa biaya bila kami yang keliru",
        "safety": "Berkas disimpan terkunci dan data pribadi tidak ditayangkan",
        "evaluation": "Survei kepuasan dan catatan waktu layanan",
        "wait_minutes": 15,
    }


def _open(actor: User, office: Office, region: Region, today: date) -> None:
    unit = region.units[office.code]
    hours = _ALWAYS if office.code == _TRIED_HERE else _USUAL
    set_schedule(actor=actor, unit=unit, hours=hours, valid_from=today)
    pool = queue.create_pool(
        actor=actor,
        unit=unit,
        letter="A",
        name="Antrean layanan",
        layanan=_services(office, region),
        settings=PoolSettings(is_open_online=True),
    )
    for number in range(1, _COUNTERS + 1):
        queue.create_counter(actor=actor, unit=unit, number=number, pools=[pool])
    queue.create_board(actor=actor, unit=unit, code=office.code, name=office.name, pools=[pool])
    for weekday in range(len(_WEEK)):
        for starts, ends in _SLOTS:
            create_slot(
                actor=actor,
                pool=pool,
                weekday=weekday,
                starts=starts,
                ends=ends,
                quota=_PLACES,
                valid_from=today,
            )


def _services(office: Office, region: Region) -> list[Layanan]:
    return [region.layanan[service.code] for service in office.services]
