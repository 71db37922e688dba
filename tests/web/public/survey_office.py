"""Somebody has just been served in an office that is open around the clock: prints the page of his number."""

import json

from django.utils import timezone

from abdi.organisation import actions as organisation
from abdi.organisation.enums import Role
from abdi.platform.accounts.models import public_user, system_user
from abdi.rules.kalender import HARI
from abdi.services.devices.actions import register_device
from abdi.services.devices.enums import DeviceKind
from abdi.services.hours.models import Schedule
from abdi.services.queue import actions as queue
from abdi.services.queue.enums import Channel
from abdi.voice.surveys.models import Response
from tests import cast


def serve() -> None:
    system = system_user()
    unit = organisation.create_unit(
        actor=system, code="KEL-SURVEI", name="Kelurahan Tanya", valid_from=cast.YEAR
    )
    layanan = organisation.create_layanan(
        actor=system, code="SURVEI-AKTA", name="Akta kelahiran", unit=unit, valid_from=cast.YEAR
    )
    whole_day = {day: [["00:00", "24:00"]] for day in HARI}
    Schedule(unit=unit, hours=whole_day, valid_from=timezone.localdate()).save()
    officer = cast.employ(unit, "tuti-tanya", "Tuti Tanya", "199502022021022021", "Petugas loket")
    organisation.grant_role(
        actor=system, user=officer.user, role=Role.PETUGAS, unit=unit, valid_from=cast.YEAR
    )
    pool = queue.create_pool(actor=system, unit=unit, letter="S", name="Umum", layanan=[layanan])
    counter = queue.create_counter(actor=system, unit=unit, number=1, pools=[pool])
    ticket = queue.issue_ticket(actor=public_user(), pool=pool, layanan=layanan, channel=Channel.KIOS)
    seat = queue.open_counter(actor=officer.user, counter=counter)
    queue.call_next(actor=officer.user, session=seat)
    queue.begin_service(actor=officer.user, ticket=ticket)
    queue.finish(actor=officer.user, ticket=ticket, delivered="Akta")
    _device, token = register_device(actor=system, unit=unit, kind=DeviceKind.SURVEI, name="Kios survei")
    print(json.dumps({"page": f"/antrean/{ticket.code}/", "token": token}))


def count() -> None:
    print(Response.objects.filter(unit__code="KEL-SURVEI").count())
