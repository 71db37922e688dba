"""An office where people were just served, and what they say of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from abdi.platform.accounts.models import public_user, system_user
from abdi.rules.unsur import UNSUR
from abdi.services.endings import Served
from abdi.voice.surveys import actions
from abdi.voice.surveys.models import Response, Token
from abdi.voice.surveys.sheets import Sheet
from abdi.voice.surveys.signs import Circumstances
from tests.cast import Office
from tests.platform.conftest import own_installation

__all__ = ["own_installation"]

CONTENT = dict.fromkeys(UNSUR, 3) | {"waktu": 2, "perilaku": 4, "biaya": 4}


def sheet(**more) -> Sheet:
    return Sheet(**{"answers": CONTENT} | more)


def put(office, number, points=3, **more) -> None:
    """Rows as they stand once released; `points`: of every unsur, or a mapping."""
    kept = {
        "unit": office.unit,
        "layanan": office.layanan,
        "channel": "sendiri",
        "day": date(2026, 5, 4),
        "answers": points if isinstance(points, dict) else dict.fromkeys(UNSUR, points),
        "released_on": date(2026, 6, 9),
    }
    for _one in range(number):
        Response(**kept | more).save()


@dataclass
class Desk:
    """Where Rina, or whoever is named, has just served somebody."""

    office: Office

    def served(self, who="rina", days_ago=0, layanan=None, case="") -> Served:
        return Served(
            case=case or str(uuid4()),
            unit=self.office.unit,
            layanan=layanan or self.office.layanan,
            employee=getattr(self.office, who) if who else None,
            channel="kios",
            at=timezone.now() - timedelta(days=days_ago),
            followed=self.office.unit,
            page="/antrean/CONTOH/",
        )

    def token(self, who="rina", **more) -> Token:
        return actions.mint(actor=system_user(), served=self.served(who, **more))

    def answer(self, token=None, submission="", actor=None, around=None, **more) -> Token:
        token = token or self.token()
        actions.answer(
            actor=actor or public_user(),
            token=token,
            sheet=sheet(**more),
            submission=submission or str(uuid4()),
            around=around or Circumstances(),
        )
        return token

    def answers(self, number, who="rina", days_ago=0, layanan=None, **more) -> None:
        """As if `number` of them had answered that many days ago."""
        for _one in range(number):
            self.answer(self.token(who, layanan=layanan), **more)
        today, then = timezone.localdate(), timezone.localdate() - timedelta(days=days_ago)
        employee = getattr(self.office, who) if who else None
        Response.objects.waiting().filter(day=today, employee=employee).update(day=then)

    def release(self, later=0) -> int:
        return actions.release(actor=system_user(), on=timezone.localdate() + timedelta(days=later))


@pytest.fixture
def desk(office) -> Iterator[Desk]:
    with timezone.override(ZoneInfo("Asia/Jakarta")):
        yield Desk(office)
