"""A counter to record facts at, and short ways to make them."""

from datetime import UTC, date, datetime

import pytest

from abdi.facts.types import NewFact
from abdi.organisation.models import Employee, Layanan, Unit
from tests.platform.conftest import neighbour, own_installation

__all__ = [
    "neighbour",
    "own_installation",
]  # fixtures, shared with the platform's tests

MONDAY = datetime(2026, 1, 5, 2, 0, tzinfo=UTC)


@pytest.fixture
def unit(instansi) -> Unit:
    return Unit.objects.create(code="LOKET", name="Loket Contoh", valid_from=date(2020, 1, 1))


@pytest.fixture
def layanan(unit) -> Layanan:
    return Layanan.objects.create(code="KTP", name="KTP Contoh", unit=unit, valid_from=date(2020, 1, 1))


@pytest.fixture
def petugas(instansi) -> Employee:
    return Employee.objects.create(name="Rina Misal", external_key="r1")


@pytest.fixture
def fact(unit):
    """Makes a fact at the counter; keywords replace what is not the point of the test."""

    def make(key: str = "k1", **changes) -> NewFact:
        told = {"kind": "queue.wait", "occurred_at": MONDAY, "unit_id": unit.pk, "value": 60.0, **changes}
        return NewFact(source_key=key, **told)

    return make
