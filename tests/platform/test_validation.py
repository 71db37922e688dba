"""Every row is written by one door, which tells the first thing that is wrong in one sentence."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from abdi.organisation.models import Position, Unit
from abdi.platform.errors import InputRefused
from abdi.platform.validation import write

SINCE = date(2026, 1, 1)
pytestmark = pytest.mark.django_db


def unit(code: str = "LOKET", **fields) -> Unit:
    return Unit(**{"code": code, "name": "Loket Contoh", "valid_from": SINCE, **fields})


def position(**fields) -> Position:
    return Position(name="Petugas loket", jenis="pelaksana", valid_from=SINCE, **fields)


def test_what_was_read_already_is_not_asked_for_again(instansi):
    above = write(unit())
    with CaptureQueriesContext(connection) as asked:
        write(position(unit=above))
    verbs = [query["sql"].split()[0] for query in asked]
    assert verbs == ["SAVEPOINT", "INSERT", "RELEASE"]


@pytest.mark.parametrize(
    ("fields", "said", "field"),
    [
        ({"name": ""}, "nama unit kerja", "name"),
        ({"parent_id": 0}, "unit induk", "parent"),
        ({"valid_until": date(2025, 12, 31)}, "Tanggal berakhir tidak boleh sebelum tanggal mulai.", ""),
        ({}, "Kode unit kerja ini sudah dipakai.", ""),
    ],
    ids=["a field", "a relation that does not exist", "a constraint", "twice the same"],
)
def test_the_first_that_fails_is_said_and_the_transaction_goes_on(instansi, fields, said, field):
    write(unit())
    with pytest.raises(InputRefused) as refusal:
        write(unit(**fields))
    assert said in refusal.value.message
    assert refusal.value.field == field
    assert Unit.objects.count() == 1
