"""The ledger seals closed days by itself."""

from datetime import timedelta

from django.utils import timezone

from abdi.facts.actions import record_facts
from abdi.facts.models import Segment
from abdi.facts.tasks import seal_closed_days
from abdi.platform.tenancy.scope import instansi_scope


def test_only_days_that_are_over_are_sealed(fact, system, monkeypatch):
    record_facts(actor=system, facts=[fact("k1"), fact("k2")], source="tes")
    assert seal_closed_days.call() == 0
    tomorrow = timezone.now() + timedelta(days=1)
    monkeypatch.setattr(timezone, "now", lambda: tomorrow)
    with instansi_scope(None):
        assert seal_closed_days.call() == 1
    assert Segment.objects.get().rows == 2
