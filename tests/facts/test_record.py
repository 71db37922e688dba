"""Telling the ledger what happened: once, whole, and only what can be true."""

import random
from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from abdi.facts import intake
from abdi.facts.actions import record_facts
from abdi.facts.models import Fact
from abdi.facts.types import Recorded
from abdi.organisation.models import Employee, Unit
from abdi.platform.audit.models import AuditEntry
from abdi.platform.errors import InputRefused
from abdi.platform.tenancy.models import Instansi
from abdi.platform.tenancy.scope import NoInstansi, instansi_scope


def test_a_fact_is_kept_as_it_was_told(fact, system, unit, layanan, petugas):
    moment = datetime(2026, 3, 1, 9, 30, 0, 123456, tzinfo=UTC)
    told = fact(
        "antrean-7",
        occurred_at=moment,
        value=90,
        service_id=layanan.pk,
        employee_id=petugas.pk,
        channel="loket",
        case_key="P-7",
        rule_version="2026-01-01",
        attrs={"nomor": "A-07", "catatan": "é"},
    )
    before = timezone.now()
    assert record_facts(actor=system, facts=[told], source="uji") == Recorded(1, 0)
    kept = Fact.objects.get()
    assert (kept.kind, kept.occurred_at, kept.value) == ("queue.wait", moment, 90.0)
    assert (kept.unit_id, kept.service_id, kept.employee_id) == (unit.pk, layanan.pk, petugas.pk)
    assert (kept.source, kept.source_key, kept.case_key) == ("uji", "antrean-7", "P-7")
    assert (kept.channel, kept.rule_version, kept.supersedes_id) == ("loket", "2026-01-01", None)
    assert kept.attrs == {"nomor": "A-07", "catatan": "é"}
    assert before <= kept.recorded_at <= timezone.now()


def test_local_time_is_kept_as_the_same_instant(fact, system):
    wib = timezone.zoneinfo.ZoneInfo("Asia/Jakarta")
    record_facts(actor=system, facts=[fact(occurred_at=datetime(2026, 1, 5, 9, tzinfo=wib))], source="uji")
    assert Fact.objects.get().occurred_at == datetime(2026, 1, 5, 2, tzinfo=UTC)
