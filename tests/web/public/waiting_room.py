"""An office that is open around the clock, for the browser: prints its address parts as JSON."""

import json

from django.utils import timezone

from abdi.organisation import actions as organisation
from abdi.platform.accounts.models import system_user
from abdi.rules.kalender import HARI
from abdi.services.devices.actions import register_device
from abdi.services.devices.enums import DeviceKind
from abdi.services.hours.models import Schedule
from abdi.services.queue import actions
from tests.cast import YEAR


def prepare() -> None:
    system = system_user()
    unit = organisation.create_unit(
        actor=system, code="KEL-TERBUKA", name="Kelurahan Terbuka", valid_from=YEAR
    )
    layanan = organisation.create_layanan(
        actor=system, code="KIA", name="Kartu identitas anak", unit=unit, valid_from=YEAR
    )
    whole_day = {day: [["00:00", "24:00"]] for day in HARI}
    Schedule(unit=unit, hours=whole_day, valid_from=timezone.localdate()).save()
    line = actions.create_pool(
        actor=system,
        unit=unit,
        letter="T",
        name="Terbuka",
        layanan=[layanan],
        settings=actions.PoolSettings(is_open_online=True),
    )
    _device, token = register_device(actor=system, unit=unit, kind=DeviceKind.KIOS, name="Kios")
    print(json.dumps({"unit": str(unit.uid), "line": str(line.uid), "token": token}))
