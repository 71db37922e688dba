"""A square before Kelurahan Melati: joko facilitates, rina answers, dewi leads, and the inspectorate is elsewhere."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from abdi.organisation import actions as organisation
from abdi.organisation.enums import Role
from abdi.platform import moments
from abdi.platform.accounts.models import User, public_user, system_user
from abdi.platform.citizens.models import Citizen
from abdi.platform.followers.addresses import digest_of_email
from abdi.voice.consultation import actions
from abdi.voice.consultation.enums import ProposalStatus, Rule
from abdi.voice.consultation.models import Post, Support, Topic
from tests.cast import YEAR, Office, employ
from tests.platform.conftest import neighbour, own_installation

__all__ = ["neighbour", "own_installation"]

ZONE = ZoneInfo("Asia/Jakarta")
NINE = datetime(2026, 1, 14, 9, 0, tzinfo=ZONE)
TODAY = NINE.date()
WORDS = {"title": "Lampu di gang", "text": "Gang Kenanga gelap sesudah magrib."}
HATE = {"rule": Rule.KEBENCIAN, "reason": "Menghina satu suku."}


def days(number: int) -> date:
    return TODAY + timedelta(days=number)


def citizen_named(name: str, verified: datetime = NINE - timedelta(days=30)) -> Citizen:
    email = f"{name.lower()}@contoh.test"
    one = Citizen(
        email=email, email_digest=digest_of_email(email), name=f"Warga {name}", verified_at=verified
    )
    one.save()
    return one


@dataclass
class Square:
    office: Office
    inspector: User  # pengawas who works elsewhere
    at: datetime = NINE
    people: dict[str, Citizen] = field(default_factory=dict)

    def user(self, name: str) -> User:
        return self.inspector if name == "inspector" else self.office.user(name)

    def citizen(self, name: str, **fields: Any) -> Citizen:
        if name not in self.people:
            self.people[name] = citizen_named(name, **fields)
        return self.people[name]

    def do(self, verb: Any, who: str, after: timedelta = timedelta(0), **arguments: Any) -> Any:
        """A capital first letter is a citizen, anything else somebody of the office."""
        self.at += after
        actor = self.user(who) if who.islower() else public_user()
        if not who.islower():
            arguments["citizen"] = self.citizen(who)
        with moments.replayed_at(self.at):
            return verb(actor=actor, **arguments)

    def draft(self, **fields: Any) -> Topic:
        asked = {
            "unit": self.office.unit,
            "title": "Penerangan jalan",
            "question": "Di mana lampu paling dibutuhkan?",
            "background": "Anggaran cukup untuk dua puluh lampu.",
            "opens": self.at.date(),
            "closes": self.at.date() + timedelta(days=14),
            "answers_due": self.at.date() + timedelta(days=28),
        }
        return self.do(actions.draft_topic, "joko", **(asked | fields))

    def topic(self, **fields: Any) -> Topic:
        return self.do(actions.publish_topic, "joko", topic=self.draft(**fields))

    def propose(self, who: str = "Ani", topic: Topic | None = None, **words: str) -> Post:
        return self.do(actions.propose, who, topic=topic or self.topic(), **(WORDS | words))

    def support(self, proposal: Post, who: str, version: int | None = None) -> Support:
        seen = version or Post.objects.get(pk=proposal.pk).version
        return self.do(actions.support, who, proposal=proposal, version=seen)

    def answer(self, proposal: Post, outcome=ProposalStatus.DITERIMA, who="rina", **fields: Any) -> Post:
        told = {"reason": "Masuk anggaran tahun depan.", "due_on": self.at.date() + timedelta(days=60)}
        return self.do(actions.answer, who, proposal=proposal, outcome=outcome, **(told | fields))


def open_square(office: Office) -> Square:
    system = system_user()
    inspectorate = organisation.create_unit(
        actor=system, code="INSPEKTORAT", name="Inspektorat Contoh", valid_from=YEAR
    )
    gita = employ(inspectorate, "gita", "Gita Contoh", "198805052015012007", "Auditor")
    grants = [
        (office.user("joko"), Role.FASILITATOR, office.unit),
        (office.user("rina"), Role.PENGHUBUNG, office.unit),
        (office.user("budi"), Role.PENGAWAS, None),  # but works in the very unit
        (gita.user, Role.PENGAWAS, None),
    ]
    for user, role, unit in grants:
        organisation.grant_role(actor=system, user=user, role=role, unit=unit, valid_from=YEAR)
    return Square(office, gita.user)


@pytest.fixture
def square(office) -> Square:
    timezone.activate(ZONE)
    return open_square(office)
