"""Correcting what was recorded: by one successor, in the open."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from abdi.facts.actions import record_facts, supersede_fact
from abdi.facts.models import Fact
from abdi.facts.permissions import can_correct_facts
from abdi.facts.selectors import count_current, current, superseded_ids
from abdi.facts.types import Recorded
from abdi.organisation.enums import Role
from abdi.organisation.models import RoleGrant
from abdi.platform.accounts.models import User
from abdi.platform.audit.models import AuditEntry
from abdi.platform.errors import InputRefused, PermissionRefused, PolicyRefused
from tests.facts.conftest import MONDAY

_EXPLAIN = {"sqlite": "EXPLAIN QUERY PLAN", "postgresql": "EXPLAIN"}


@pytest.fixture
def old(fact, system, petugas) -> Fact:
    told = fact(employee_id=petugas.pk, case_key="P-1", attrs={"loket": 3})
    record_facts(actor=system, facts=[told], source="uji")
    return Fact.objects.get()


def test_the_successor_takes_its_place_and_the_old_one_stays(old, system):
    new = supersede_fact(actor=system, fact_id=old.pk, value=90, reason="jam loket salah setel")
    assert [row["id"] for row in current()] == [new]
    (row,) = current(ids=[new])
    assert (row["value"], row["supersedes_id"], row["employee_id"]) == (90.0, old.pk, old.employee_id)
    assert (row["case_key"], row["occurred_at"]) == ("P-1", old.occurred_at)
    assert row["attrs"] == {"loket": 3, "reason": "jam loket salah setel"}
    assert Fact.objects.get(pk=old.pk).value == 60
    assert superseded_ids().to_pylist() == [old.pk]


def test_the_trail_tells_before_and_after(old, system):
    supersede_fact(actor=system, fact_id=old.pk, value=90, reason="salah setel")
    entry = AuditEntry.objects.get(tag="facts:fact:supersede")
    assert entry.data == {"supersedes": old.pk, "before": "60.0", "after": "90.0", "reason": "salah setel"}


def test_there_is_one_successor_at_a_time(old, system):
    new = supersede_fact(actor=system, fact_id=old.pk, value=90, reason="a")
    with pytest.raises(PolicyRefused, match=f"Fakta {old.pk} sudah dikoreksi"):
        supersede_fact(actor=system, fact_id=old.pk, value=91, reason="b")
    newest = supersede_fact(actor=system, fact_id=new, value=91, reason="b")
    assert [row["id"] for row in current()] == [newest]
    assert superseded_ids().to_pylist() == [old.pk, new]


def test_a_recorded_successor_may_be_retried_but_not_rivalled(old, fact, system):
    successor = fact("k1-v2", value=70, supersedes_id=old.pk)
    assert record_facts(actor=system, facts=[successor], source="uji") == Recorded(1, 0)
    assert record_facts(actor=system, facts=[successor], source="uji") == Recorded(0, 1)
    rival = fact("k1-v3", value=80, supersedes_id=old.pk)
    with pytest.raises(PolicyRefused, match=f"Fakta {old.pk} sudah digantikan"):
        record_facts(actor=system, facts=[rival], source="uji")
    assert [row["value"] for row in current()] == [70.0]


def test_rivals_in_one_call_are_refused(old, fact, system):
    rivals = [fact(key, supersedes_id=old.pk) for key in ("a", "b")]
    with pytest.raises(PolicyRefused):
        record_facts(actor=system, facts=rivals, source="uji")


def test_a_successor_keeps_the_kind(old, fact, system):
    with pytest.raises(InputRefused, match=r"tidak ada fakta 'queue\.service' dengan nomor itu"):
        record_facts(
            actor=system, facts=[fact("x", kind="queue.service", supersedes_id=old.pk)], source="uji"
        )


def test_a_correction_needs_a_fact_and_a_reason(old, system):
    with pytest.raises(InputRefused, match="Sebutkan alasan"):
        supersede_fact(actor=system, fact_id=old.pk, value=1, reason="  ")
    with pytest.raises(InputRefused, match="Fakta 987654 tidak ada"):
        supersede_fact(actor=system, fact_id=987654, value=1, reason="x")


@pytest.mark.parametrize(("role", "may"), [(Role.ADMIN, True), (Role.PIMPINAN, False), (None, False)])
def test_who_may_correct(old, unit, instansi, role, may):
    person = User.objects.create(username="sari", name="Sari Contoh", instansi=instansi)
    if role:
        RoleGrant.objects.create(user=person, role=role, unit=unit, valid_from=MONDAY.date())
    assert can_correct_facts(person, unit) is may
    if not may:
        with pytest.raises(PermissionRefused, match="Hanya admin Loket Contoh"):
            supersede_fact(actor=person, fact_id=old.pk, value=1, reason="x")
        assert count_current() == 1


def test_facts_in_force_are_found_by_what_they_are(fact, system, petugas):
    told = [fact(f"k{n}", value=n, case_key=f"P-{n % 2}", channel="loket") for n in range(4)]
    record_facts(actor=system, facts=[*told, fact("s", kind="queue.service")], source="uji")
    assert count_current() == 5
    assert [row["source_key"] for row in current(kinds=["queue.service"])] == ["s"]
    assert [row["value"] for row in current(cases=["P-1"], sources=["uji"])] == [1.0, 3.0]
    assert [row["value"] for row in current(offset=1, limit=2)] == [1.0, 2.0]
    assert count_current(since=MONDAY, employees=[petugas.pk]) == 0
    assert count_current(since=MONDAY, channels=["loket"]) == 4
    assert count_current(before=MONDAY) == 0


def test_a_reader_finds_the_few_superseded_without_walking_the_ledger(old, system):
    supersede_fact(actor=system, fact_id=old.pk, value=90, reason="salah setel")
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":  # which would rather read a table this small from end to end
            cursor.execute("SET LOCAL enable_seqscan = off")
        with CaptureQueriesContext(connection) as asked:
            current(employees=[old.employee_id])
        cursor.execute(f"{_EXPLAIN[connection.vendor]} {asked[-1]['sql']}")
        plan = str(cursor.fetchall())
    assert "fact_superseded " in plan
