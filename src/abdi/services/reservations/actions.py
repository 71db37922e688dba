"""The verbs of reservations. Each refuses with `PermissionRefused`, `PolicyRefused` or `InputRefused`.

A reservation is no number: that comes at arrival, once, and queues with everybody else's.
"""

from abdi.services.reservations.booking import book, cancel_reservation, check_in, expire_reservations
from abdi.services.reservations.slots import create_slot, end_slot

__all__ = [
    "book",
    "cancel_reservation",
    "check_in",
    "create_slot",
    "end_slot",
    "expire_reservations",
]
