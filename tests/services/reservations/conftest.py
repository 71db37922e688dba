"""A hall with sessions on Thursday, seen from the Wednesday before."""

from datetime import date, datetime, time, timedelta

import pytest

from abdi.platform import moments
from abdi.platform.accounts.models import public_user
from abdi.services.reservations import actions
from tests.services.queue.conftest import (
    ZONE,
    Hall,
    hall,
    neighbour,
    own_installation,
)

__all__ = ["hall", "neighbour", "own_installation"]

THURSDAY = date(2026, 11, 19)


def at(hour: int, minute: int = 0, day: date = THURSDAY) -> datetime:
    return datetime.combine(day, time(hour, minute), tzinfo=ZONE)


class Sessions:
    """Nine to ten with two places, ten to eleven with one."""

    def __init__(self, hall: Hall) -> None:
        self.hall = hall
        hall.at = at(9, day=THURSDAY - timedelta(days=1))
        with moments.replayed_at(hall.at):
            self.nine, self.ten = (
                actions.create_slot(
                    actor=hall.user("sari"),
                    pool=hall.lines["A"],
                    weekday=THURSDAY.weekday(),
                    starts=time(hour),
                    ends=time(hour + 1),
                    quota=quota,
                    valid_from=hall.at.date(),
                )
                for hour, quota in ((9, 2), (10, 1))
            )

    def book(self, slot, identity="", when=None, day=THURSDAY, layanan=None):
        with moments.replayed_at(when or self.hall.at):
            return actions.book(
                actor=public_user(),
                slot=slot,
                day=day,
                layanan=layanan or self.hall.office.layanan,
                identity=identity,
            )

    def arrive(self, code, when):
        with moments.replayed_at(when):
            return actions.check_in(actor=public_user(), code=code)

    def cancel(self, one, when):
        with moments.replayed_at(when):
            return actions.cancel_reservation(actor=public_user(), reservation=one)


@pytest.fixture
def sessions(hall) -> Sessions:
    return Sessions(hall)
