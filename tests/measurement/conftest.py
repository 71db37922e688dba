"""A counter where things happen, told through the ledger's own door."""

from datetime import UTC, datetime

import pytest

from abdi.facts.actions import record_facts
from abdi.facts.types import NewFact
from abdi.organisation.placeholders import ensure_placeholder_employee, ensure_unit

NOON = datetime(2026, 3, 2, 5, 0, tzinfo=UTC)  # 12.00 WIB


@pytest.fixture
def unit(instansi, system):
    return ensure_unit(actor=system, code="LOKET", name="Loket Contoh")


@pytest.fixture
def rina(unit, system):
    return ensure_placeholder_employee(actor=system, external_key="Rina Misal", unit=unit)


@pytest.fixture
def joko(unit, system):
    return ensure_placeholder_employee(actor=system, external_key="Joko Seumpama", unit=unit)


@pytest.fixture
def tell(unit, system):
    """Records facts of one kind: `tell("queue.wait", 60, 120, employee_id=…)`; returns nothing."""
    told = 0

    def record(kind, *values, at=NOON, **changes):
        nonlocal told
        facts = []
        for value in values:
            told += 1
            row = {"unit_id": unit.pk, "case_key": f"perkara {told}", **changes}
            facts.append(NewFact(kind=kind, occurred_at=at, source_key=f"f{told}", value=value, **row))
        record_facts(actor=system, facts=facts, source="uji")

    return record
