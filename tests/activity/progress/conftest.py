"""Rina with an agreed SKP, on a Wednesday in July 2026, and facts of what she did that day."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from abdi.facts.actions import record_facts
from abdi.facts.types import NewFact
from abdi.platform.accounts.models import system_user
from tests import cast

DAY = date(2026, 7, 8)


@pytest.fixture
def skp(office):
    return cast.agreed_skp(office)


@pytest.fixture
def now(monkeypatch):
    """now(date) sets the clock's day."""

    def to(day: date) -> None:
        monkeypatch.setattr(timezone, "localdate", lambda *_args, **_zone: day)

    return to


@pytest.fixture
def served(office):
    """served(14, on_time=13, day=…) → that many cases finished by Rina."""

    def serve(count: int, *, on_time: int, day: date = DAY, told: str = "pagi") -> None:
        noon = datetime(day.year, day.month, day.day, 3, tzinfo=UTC)
        facts = [
            NewFact(
                kind=kind,
                occurred_at=noon + timedelta(minutes=number),
                unit_id=office.unit.pk,
                service_id=office.layanan.pk,
                employee_id=office.rina.pk,
                case_key=f"{told}-{number}",
                source_key=f"{kind}-{told}-{day}-{number}",
                value=value(number),
            )
            for number in range(count)
            for kind, value in (
                ("service.completed", lambda _number: 900.0),
                ("service.on_time", lambda number: float(number < on_time)),
            )
        ]
        record_facts(actor=system_user(), facts=facts, source="tes")

    return serve
