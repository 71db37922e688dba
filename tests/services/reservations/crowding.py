"""What each process of test_processes does."""

from datetime import time

from abdi.organisation.models import Layanan
from abdi.platform.accounts.models import public_user, system_user
from abdi.platform.errors import PolicyRefused
from abdi.services.queue.models import Pool, Ticket
from abdi.services.reservations import actions
from abdi.services.reservations.models import Reservation, Slot, SlotDay
from bench import crowd


def open_session(room: crowd.Room) -> int:
    """One place at nine of the crowd's Wednesday, which can be booked to the last minute."""
    with crowd.example():
        return actions.create_slot(
            actor=system_user(),
            pool=Pool.objects.get(pk=room.line),
            weekday=crowd.NINE.weekday(),
            starts=time(9),
            ends=time(10),
            quota=1,
            valid_from=crowd.NINE.date(),
            book_until=0,
        ).pk


def book_one(room: crowd.Room, slot: int) -> None:
    with crowd.example():
        try:
            actions.book(
                actor=public_user(),
                slot=Slot.objects.get(pk=slot),
                day=crowd.NINE.date(),
                layanan=Layanan.objects.get(pk=room.layanan),
            )
        except PolicyRefused as refusal:
            if "baru saja habis" not in refusal.message:
                raise


def arrive(code: str) -> None:
    with crowd.example():
        actions.check_in(actor=public_user(), code=code)


def count() -> dict[str, object]:
    with crowd.example():
        return {
            "code": Reservation.objects.values_list("code", flat=True).first(),
            "reservations": Reservation.objects.count(),
            "arrived": Reservation.objects.exclude(ticket=None).count(),
            "taken": sum(SlotDay.objects.values_list("taken", flat=True)),
            "tickets": Ticket.objects.count(),
        }
