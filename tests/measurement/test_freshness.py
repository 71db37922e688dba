"""Kept numbers follow the facts, and only those that were kept."""

from datetime import timedelta

import pytest

from abdi.measurement.actions import refresh_values
from abdi.measurement.freshness import refresh_touched
from abdi.measurement.models import MeasuredValue
from abdi.measurement.selectors import latest
from abdi.measurement.types import Scope, Window
from abdi.platform.audit.models import AuditEntry
from tests.measurement.conftest import NOON

MONTH = Window.month(NOON.date())


@pytest.fixture
def kept(tell, rina, system):
    """Rina's waits of one month are kept, and everything told so far is in them."""
    tell("queue.wait", 60, employee_id=rina.pk)
    refresh_values(actor=system, metrics=["queue.wait.mean"], per="petugas", window=MONTH)
    refresh_touched()
    return Scope("petugas", str(rina.pk))


def value(scope):
    return latest(["queue.wait.mean"], scope=scope, window=MONTH)[0].value


def test_a_new_fact_is_seen(kept, tell, rina):
    tell("queue.wait", 180, employee_id=rina.pk)
    assert value(kept) == 1.0
    assert refresh_touched() == 1
    assert value(kept) == 2.0


@pytest.mark.parametrize(
    ("kind", "earlier"),
    [("queue.service", timedelta()), ("queue.wait", timedelta(days=40))],
    ids=["kind", "month"],
)
def test_what_cannot_touch_it_measures_nothing(kept, tell, rina, kind, earlier):
    tell(kind, 180, employee_id=rina.pk, at=NOON - earlier)
    rows = AuditEntry.objects.count()
    assert refresh_touched() == 0
    assert AuditEntry.objects.count() == rows
    assert MeasuredValue.objects.count() == 1


def test_nothing_new_is_nothing_to_do(kept, django_assert_max_num_queries):
    with django_assert_max_num_queries(5):
        assert refresh_touched() == 0


def test_numbers_nobody_keeps_are_not_invented(tell, rina):
    tell("queue.wait", 60, employee_id=rina.pk)
    assert refresh_touched() == 0
    assert not MeasuredValue.objects.exists()
