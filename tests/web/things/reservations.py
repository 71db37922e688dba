"""A session of Rina's unit with a place kept in it, a number that waits, and a machine at the door."""

from datetime import time

from abdi.platform import moments
from abdi.platform.accounts.models import public_user, system_user
from abdi.services.devices.actions import register_device
from abdi.services.devices.enums import DeviceKind
from abdi.services.devices.models import Device
from abdi.services.reservations import actions
from abdi.services.reservations.models import Reservation, Slot
from tests.web.things.queue import OPEN_HOUR, pool, waiting


def slot(world) -> Slot:
    line = pool(world)
    with moments.replayed_at(OPEN_HOUR):
        return Slot.objects.filter(pool=line).first() or actions.create_slot(
            actor=system_user(),
            pool=line,
            weekday=OPEN_HOUR.weekday(),
            starts=time(10),
            ends=time(11),
            quota=5,
            valid_from=OPEN_HOUR.date(),
        )


def reservation(world) -> Reservation:
    session = slot(world)
    with moments.replayed_at(OPEN_HOUR):
        return Reservation.objects.first() or actions.book(
            actor=public_user(), slot=session, day=OPEN_HOUR.date(), layanan=world.office.layanan
        )


def device(world) -> Device:
    known = Device.objects.first()
    return (
        known
        or register_device(
            actor=system_user(), unit=world.office.unit, kind=DeviceKind.KIOS, name="Kios uji"
        )[0]
    )


NUMBER = {"code": lambda world: waiting(world).code}
PLACE = {"code": lambda world: reservation(world).code}
OFFER = {"pool": lambda world: pool(world).uid, "layanan": lambda world: world.office.layanan.uid}
UNIT = {"uid": lambda world: pool(world).unit.uid}

FACTORIES = {
    "public:queue_unit": UNIT,
    "public:queue_live": UNIT,
    "public:queue_take": OFFER,
    "public:ticket": NUMBER,
    "public:ticket_back": NUMBER,
    "public:ticket_cancel": NUMBER,
    "public:reserve": {"uid": lambda world: world.office.layanan.uid},
    "public:reservation": PLACE,
    "public:reservation_calendar": PLACE,
    "public:reservation_arrive": PLACE,
    "public:reservation_cancel": PLACE,
    "public:kiosk_take": OFFER,
    "public:kiosk_number": {"sealed": lambda _world: "buatan"},
    "staff:device_withdraw": {"uid": lambda world: device(world).uid},
    "staff:slot_end": {"uid": lambda world: slot(world).uid},
}
