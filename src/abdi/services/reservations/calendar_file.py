"""A reservation as a calendar file."""

from django.utils.translation import gettext as _

from abdi.platform.calendar_file import Appointment
from abdi.platform.calendar_file import calendar_file as file_of
from abdi.services.reservations.enums import ReservationStatus
from abdi.services.reservations.models import Reservation


def calendar_file(one: Reservation, address: str) -> bytes:
    """`address` of its page. Whose reservation it is stands nowhere in it."""
    place = one.slot_day
    return file_of(
        Appointment(
            uid=str(one.uid),
            product="Reservasi antrean",
            starts_at=place.starts_at,
            ends_at=place.ends_at,
            summary=_("%(layanan)s di %(unit)s") % {"layanan": one.layanan, "unit": place.slot.pool.unit},
            description=_("Lapor tiba dan batalkan di %s") % address,
            location=str(place.slot.pool.unit),
            is_cancelled=one.status == ReservationStatus.DIBATALKAN,
        )
    )
