"""Telling the ledger what happened: once, whole, and only what can be true."""

import math
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from abdi.facts import intake
from abdi.facts.actions import record_facts
from abdi.facts.kinds import FactKind, KindTaken, all_kinds, register
from abdi.facts.models import Fact
from abdi.facts.sealing import seal_ledger
from abdi.facts.types import NewFact, Recorded
from abdi.organisation.models import Employee, Layanan, Unit
from abdi.platform.audit.models import AuditEntry
from abdi.platform.errors import InputRefused
from abdi.platform.tenancy.models import Instansi
from abdi.platform.tenancy.scope import NoInstansi, instansi_scope
from tests.facts.conftest import MONDAY


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
        attrs={"nomor": "A-07", "catatan": "é 100 %"},
    )
    before = timezone.now()
    assert record_facts(actor=system, facts=[told], source="uji") == Recorded(1, 0)
    kept = Fact.objects.get()
    assert (kept.kind, kept.occurred_at, kept.value) == ("queue.wait", moment, 90.0)
    assert (kept.unit_id, kept.service_id, kept.employee_id) == (unit.pk, layanan.pk, petugas.pk)
    assert (kept.source, kept.source_key, kept.case_key) == ("uji", "antrean-7", "P-7")
    assert (kept.channel, kept.rule_version, kept.supersedes_id) == ("loket", "2026-01-01", None)
    assert kept.attrs == {"nomor": "A-07", "catatan": "é 100 %"}
    assert before <= kept.recorded_at <= timezone.now()


def test_local_time_is_kept_as_the_same_instant(fact, system):
    nine = datetime(2026, 1, 5, 9, tzinfo=ZoneInfo("Asia/Jakarta"))
    record_facts(actor=system, facts=[fact(occurred_at=nine)], source="uji")
    assert Fact.objects.get().occurred_at == datetime(2026, 1, 5, 2, tzinfo=UTC)


def test_exact_numbers_become_the_nearest_float(fact, system):
    record_facts(actor=system, facts=[fact(value=Decimal("0.1"))], source="uji")
    assert Fact.objects.get().value == 0.1


def test_one_audit_row_a_call_with_the_counts(fact, system, instansi):
    record_facts(actor=system, facts=[fact("a"), fact("b")], source="uji")
    record_facts(actor=system, facts=[fact("b"), fact("c")], source="uji")
    first, second = AuditEntry.objects.filter(chain=instansi.code, tag="facts:ledger:record")
    assert (first.data["recorded"], first.data["skipped"]) == (2, 0)
    assert (second.data["recorded"], second.data["skipped"]) == (1, 1)
    assert len(first.data["sha256"]) == 64
    assert first.data["sha256"] != second.data["sha256"]


def test_the_same_key_from_another_source_is_another_fact(fact, system):
    for source in ("loket", "daring"):
        assert record_facts(actor=system, facts=[fact("a")], source=source) == Recorded(1, 0)


def test_a_long_stream_goes_in_by_batches(fact, system, monkeypatch):
    monkeypatch.setattr(intake, "BATCH", 3)
    facts = (fact(f"k{n % 7}") for n in range(20))
    assert record_facts(actor=system, facts=facts, source="uji") == Recorded(7, 13)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_split_order_and_retry_records_the_same_set(data, fact, system):
    keys = data.draw(st.lists(st.integers(0, 8), min_size=1, max_size=20))
    order = data.draw(st.permutations(keys + data.draw(st.lists(st.sampled_from(keys), max_size=10))))
    cuts = sorted(data.draw(st.sets(st.integers(0, len(order)), max_size=4)) | {0, len(order)})
    with transaction.atomic():
        results = [
            record_facts(
                actor=system, facts=[fact(f"k{key}", value=key) for key in order[start:end]], source="uji"
            )
            for start, end in pairwise(cuts)
        ]
        stored = set(Fact.objects.values_list("source_key", "value"))
        transaction.set_rollback(True)
    assert stored == {(f"k{key}", float(key)) for key in keys}
    assert sum(one.recorded for one in results) == len(set(keys))
    assert sum(one.skipped for one in results) == len(order) - len(set(keys))


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"kind": "queue.wiat"}, "Jenis fakta 'queue.wiat' tidak dikenal. Maksudnya queue.wait?"),
        ({"occurred_at": MONDAY.replace(tzinfo=None)}, "tanpa zona waktu"),
        ({"value": math.nan}, "nilai 'nan' bukan bilangan berhingga"),
        ({"value": -math.inf}, "nilai '-inf' bukan bilangan berhingga"),
        ({"value": "60"}, "nilai '60' bukan bilangan berhingga"),
        ({"value": 10**400}, "bukan bilangan berhingga"),
        ({"unit_id": 987654}, "unit kerja nomor 987654 tidak ada di instansi ini"),
        ({"unit_id": None}, "unit kerja nomor None tidak ada di instansi ini"),
        ({"service_id": 987654}, "layanan nomor 987654 tidak ada di instansi ini"),
        ({"employee_id": 987654}, "pegawai nomor 987654 tidak ada di instansi ini"),
        ({"supersedes_id": 987654}, "tidak ada fakta 'queue.wait' dengan nomor itu"),
        ({"channel": "x" * 51}, "channel lebih dari 50 huruf"),
        ({"case_key": "a\0b"}, "memuat karakter nol"),
        ({"attrs": {"x": math.nan}}, "tidak dapat ditulis sebagai JSON"),
        ({"attrs": {"x": object()}}, "tidak dapat ditulis sebagai JSON"),
        ({"attrs": {"x": "a\0b"}}, "tidak dapat ditulis sebagai JSON"),
    ],
)
def test_what_cannot_be_true_is_refused_in_words_and_nothing_is_written(fact, system, changes, sentence):
    facts = [*(fact(f"k{n}") for n in range(5)), fact("buruk", **changes), fact("sesudahnya")]
    with pytest.raises(InputRefused) as refusal:
        record_facts(actor=system, facts=facts, source="uji")
    assert sentence in refusal.value.message
    assert Fact.objects.count() == 0
    assert not AuditEntry.objects.filter(tag__startswith="facts:").exists()


def test_a_refusal_names_the_fact(fact, system):
    with pytest.raises(InputRefused, match=r"Fakta queue\.wait dengan kunci 'P-7/3': nilai"):
        record_facts(actor=system, facts=[fact("P-7/3", value=math.inf)], source="uji")


def test_nothing_is_half_written_when_a_late_batch_is_refused(fact, system, monkeypatch):
    monkeypatch.setattr(intake, "BATCH", 2)
    with pytest.raises(InputRefused):
        record_facts(actor=system, facts=[fact("a"), fact("b"), fact("c", value=math.nan)], source="uji")
    assert Fact.objects.count() == 0


@pytest.mark.parametrize("key", ["", "x" * 201])
def test_a_fact_needs_a_key_that_can_be_kept(fact, system, key):
    with pytest.raises(InputRefused, match=r"kunci|source_key"):
        record_facts(actor=system, facts=[fact(key)], source="uji")


@pytest.mark.parametrize("source", ["", "x" * 101, "a\0b"])
def test_a_source_has_to_be_named(fact, system, source):
    with pytest.raises(InputRefused, match="Sumber fakta harus disebut"):
        record_facts(actor=system, facts=[fact()], source=source)


def test_a_clock_slightly_ahead_is_forgiven_and_the_future_is_not(fact, system, settings):
    settings.ABDI_CLOCK_TOLERANCE = timedelta(minutes=5)
    soon, later = (timezone.now() + timedelta(minutes=ahead) for ahead in (4, 6))
    assert record_facts(actor=system, facts=[fact("a", occurred_at=soon)], source="uji").recorded == 1
    with pytest.raises(InputRefused, match="masih di masa depan"):
        record_facts(actor=system, facts=[fact("b", occurred_at=later)], source="uji")


def test_facts_of_another_instansi_are_out_of_reach(fact, system, instansi):
    record_facts(actor=system, facts=[fact("a")], source="uji")
    with instansi_scope(Instansi.objects.create(code="lain", name="Kota Umpama")):
        assert Fact.objects.count() == 0
        for name, refused in _belonging_elsewhere(instansi):
            with pytest.raises(InputRefused, match="tidak ada di instansi ini"):
                record_facts(actor=system, facts=[refused], source=name)
        own = Unit.objects.create(code="LOKET", name="Loket Umpama", valid_from=date(2020, 1, 1))
        told = NewFact("queue.wait", MONDAY, own.pk, "a", value=1)
        assert record_facts(actor=system, facts=[told], source="uji") == Recorded(1, 0)
    assert Fact.objects.get().value == 60


def _belonging_elsewhere(instansi):
    own = Unit.objects.create(code="SENDIRI", name="Unit Umpama", valid_from=date(2020, 1, 1))
    with instansi_scope(instansi):
        unit = Unit.objects.get(code="LOKET")
        service = Layanan.objects.create(code="A", name="A", unit=unit, valid_from=date(2020, 1, 1))
        employee = Employee.objects.create(name="Sari Contoh")
    yield "unit", NewFact("queue.wait", MONDAY, unit.pk, "b")
    yield "layanan", NewFact("queue.wait", MONDAY, own.pk, "b", service_id=service.pk)
    yield "pegawai", NewFact("queue.wait", MONDAY, own.pk, "b", employee_id=employee.pk)


def test_outside_a_scope_there_is_no_ledger(fact, system):
    told = fact()
    with instansi_scope(None), pytest.raises(NoInstansi):
        record_facts(actor=system, facts=[told], source="uji")


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE facts_fact SET value = 1",
        "UPDATE facts_fact SET recorded_at = occurred_at WHERE source = 'uji'",
        "DELETE FROM facts_fact",
        "UPDATE facts_segment SET rows = 1",
        "DELETE FROM facts_segment",
    ],
)
def test_the_database_refuses_to_change_or_remove(fact, system, sql):
    record_facts(actor=system, facts=[fact()], source="uji")
    seal_ledger(actor=system, up_to=None)
    with (
        pytest.raises(DatabaseError, match="hanya dapat ditambah"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(sql)
    assert Fact.objects.get().value == 60


def test_the_orm_is_refused_too(fact, system):
    record_facts(actor=system, facts=[fact()], source="uji")
    for change in (lambda: Fact.objects.update(value=1), lambda: Fact.objects.get().delete()):
        with pytest.raises(DatabaseError, match="hanya dapat ditambah"), transaction.atomic():
            change()


def test_replacing_a_row_is_refused_as_well(fact, system):
    """SQLite's REPLACE deletes without a trigger unless the connection asks for recursive triggers."""
    record_facts(actor=system, facts=[fact()], source="uji")
    columns = (
        "kind, occurred_at, recorded_at, instansi_id, unit_id, channel, case_key, source, source_key, attrs"
    )
    columns += ", rule_version"
    verb = "INSERT OR REPLACE" if connection.vendor == "sqlite" else "INSERT"
    conflict = "" if connection.vendor == "sqlite" else "ON CONFLICT (id) DO UPDATE SET value = 1"
    sql = f"{verb} INTO facts_fact (id, value, {columns}) SELECT id, 1, {columns} FROM facts_fact {conflict}"
    with (
        pytest.raises(DatabaseError, match="hanya dapat ditambah"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(sql)
    assert Fact.objects.get().value == 60


def test_kinds_are_registered_once_and_explained():
    codes = [kind.code for kind in all_kinds()]
    assert codes == sorted(set(codes))
    assert {"service.completed", "queue.wait", "skm.sarana", "complaint.on_time"} <= set(codes)
    assert all(str(kind.label) and str(kind.meaning) for kind in all_kinds())


def test_two_contexts_cannot_claim_one_kind():
    with pytest.raises(KindTaken):
        register(FactKind("queue.wait", "lain", "menit", "lain"))


def test_the_facts_of_a_case_are_found_by_an_index(db):
    with connection.cursor() as cursor:
        indexes = connection.introspection.get_constraints(cursor, "facts_fact")
    assert indexes["fact_case"]["columns"] == ["instansi_id", "case_key"]
