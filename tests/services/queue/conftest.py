"""One office with two lines, three counters and officers at them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from abdi.organisation import actions as organisation
from abdi.organisation.enums import Role
from abdi.organisation.models import Layanan
from abdi.platform import moments
from abdi.platform.accounts.models import User, public_user, system_user
from abdi.services.queue import actions
from abdi.services.queue.enums import Channel, Priority
from abdi.services.queue.models import Counter, Pool, Session, Ticket
from tests.cast import YEAR, Office, open_office
from tests.platform.conftest import neighbour, own_installation

__all__ = [
    "neighbour",
    "own_installation",
]  # fixtures, shared with the platform's tests

ZONE = ZoneInfo("Asia/Jakarta")
NINE = datetime(2026, 1, 14, 9, 0, tzinfo=ZONE)  # a Wednesday, in the office's hours


@dataclass
class Hall:
    office: Office
    lines: dict[str, Pool]
    counters: list[Counter]
    legalisir: Layanan
    at: datetime = NINE

    def user(self, name: str) -> User:
        return self.office.user(name)

    def later(self, seconds: float) -> datetime:
        self.at += timedelta(seconds=seconds)
        return self.at

    def do(self, verb, who, after=0, **arguments):
        """One verb, `after` seconds after the last."""
        actor = who if isinstance(who, User) else self.user(who)
        with moments.replayed_at(self.later(after)):
            return verb(actor=actor, **arguments)

    def issue(self, line="A", after=10, who=None, priority=Priority.BIASA, **more) -> Ticket:
        pool = self.lines[line]
        told = {"layanan": self.office.layanan if line == "A" else self.legalisir, "channel": Channel.KIOS}
        if priority != Priority.BIASA:
            told |= {"priority": priority, "priority_reason": "Memakai kursi roda"}
        return self.do(actions.issue_ticket, who or public_user(), after, pool=pool, **(told | more))

    def sit(self, who="rina", number=1) -> Session:
        return self.do(actions.open_counter, who, counter=self.counters[number - 1])

    def call(self, session: Session, after=5) -> Ticket | None:
        return self.do(actions.call_next, session.employee.user, after, session=session)

    def serve(self, session: Session, ticket: Ticket | None = None, walks=20, lasts=300) -> Ticket:
        ticket = ticket or self.call(session)
        self.do(actions.begin_service, session.employee.user, walks, ticket=ticket)
        return self.do(actions.finish, session.employee.user, lasts, ticket=ticket, delivered="KK baru")


def open_hall(office: Office) -> Hall:
    system = system_user()
    for name in ("rina", "joko"):
        organisation.grant_role(
            actor=system, user=office.user(name), role=Role.PETUGAS, unit=office.unit, valid_from=YEAR
        )
    legalisir = organisation.create_layanan(
        actor=system, code="LEG", name="Legalisir", unit=office.unit, valid_from=YEAR
    )
    sari = office.user("sari")
    lines = {
        letter: actions.create_pool(actor=sari, unit=office.unit, letter=letter, name=name, layanan=[layanan])
        for letter, name, layanan in [("A", "Kependudukan", office.layanan), ("B", "Umum", legalisir)]
    }
    served = [[lines["A"]], [lines["A"], lines["B"]], [lines["B"]]]
    counters = [
        actions.create_counter(actor=sari, unit=office.unit, number=number, pools=pools)
        for number, pools in enumerate(served, start=1)
    ]
    return Hall(office, lines, counters, legalisir)


@pytest.fixture
def hall(instansi) -> Iterator[Hall]:
    with timezone.override(ZONE):
        yield open_hall(open_office())
