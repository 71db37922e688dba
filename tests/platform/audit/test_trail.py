"""The trail: one row an action, chained, and every way to change it is found."""

import hashlib
import json
from datetime import UTC
from decimal import Decimal

import pytest
from django.db import DatabaseError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from abdi.platform.audit.models import AuditEntry, AuditHead
from abdi.platform.audit.trail import Break, MissingAudit, action, entry_hash, record, verify
from abdi.platform.tenancy.models import Instansi
from abdi.platform.tenancy.scope import instansi_scope
from tests.tamper import tamper, unguarded


@pytest.fixture
def three(instansi, system) -> list[AuditEntry]:
    for n in range(3):
        record(actor=system, tag="uji:hal:catat", subject=instansi, data={"n": n, "kata": "é"})
    return list(AuditEntry.objects.filter(chain=instansi.code))


def breaks() -> list[tuple[str, int, str]]:
    return [(one.chain, one.sequence, one.reason) for one in verify()]


def test_rows_are_chained_by_the_published_formula(three, system, instansi):
    """Recomputed from the description alone: SHA-256(previous hash + canonical JSON of the row)."""
    previous = ""
    for sequence, entry in enumerate(three, start=1):
        content = {
            "chain": "kab-contoh",
            "sequence": sequence,
            "at": entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
            "actor": system.pk,
            "tag": "uji:hal:catat",
            "subject": ["tenancy.instansi", str(instansi.pk)],
            "data": {"n": sequence - 1, "kata": "é"},
        }
        text = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        assert entry.previous_hash == previous
        assert entry.hash == hashlib.sha256((previous + text).encode()).hexdigest()
        previous = entry.hash
    assert breaks() == []


def test_each_instansi_has_a_chain_and_the_installation_one(three, system):
    with instansi_scope(Instansi.objects.create(code="lain", name="Kota Umpama")) as other:
        assert record(actor=system, tag="uji:hal:catat", subject=other).sequence == 1
    with instansi_scope(None):
        record(actor=system, tag="uji:hal:catat", subject=system)
    assert set(AuditHead.objects.values_list("chain", flat=True)) >= {"kab-contoh", "lain", "sistem"}
    assert breaks() == []


def from_jsonb(text: str):
    """What PostgreSQL's jsonb gives back: numbers are decimals, without exponent and without a negative zero."""

    def number(literal: str) -> float | int:
        plain = format(Decimal(literal), "f")
        return (
            float(plain.removeprefix("-") if not Decimal(literal) else plain) if "." in plain else int(plain)
        )

    return json.loads(text, parse_float=number)


FLOATS = st.floats() | st.sampled_from(
    [1e16, -1e16, 1e22, 1.5e300, 9_999_999_999_999_998.0, -0.0, 1e-7, 5e-324]
)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(number=FLOATS)
def test_every_float_can_be_hashed_again_as_either_database_gives_it_back(instansi, system, number):
    with transaction.atomic():
        entry = record(actor=system, tag="uji:hal:catat", subject=instansi, data={"n": [number]})
        stored = json.dumps(entry.data, allow_nan=False)
        assert json.dumps(from_jsonb(stored)) == stored
        assert entry_hash(AuditEntry.objects.get(pk=entry.pk)) == entry.hash
        transaction.set_rollback(True)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("tag", "uji:hal:lain"),
        ("data", '{"n": 7}'),
        ("at", "2020-01-01 00:00:00"),
        ("subject_id", "x"),
        ("subject_type", "x.y"),
    ],
)
def test_an_altered_row_is_named(three, column, value):
    tamper(
        "audit_auditentry", f"UPDATE audit_auditentry SET {column} = %s WHERE id = %s", [value, three[1].pk]
    )
    assert breaks() == [("kab-contoh", 2, "isi baris diubah")]


def test_a_row_altered_with_a_fitting_hash_breaks_the_next(three):
    forged = hashlib.sha256(b"x").hexdigest()
    tamper("audit_auditentry", "UPDATE audit_auditentry SET hash = %s WHERE id = %s", [forged, three[1].pk])
    assert ("kab-contoh", 3, "tidak menyambung dengan baris sebelumnya") in breaks()


def test_a_removed_row_is_named(three):
    tamper("audit_auditentry", "DELETE FROM audit_auditentry WHERE id = %s", [three[1].pk])
    assert ("kab-contoh", 2, "baris hilang") in breaks()


def test_a_removed_end_is_named(three):
    tamper("audit_auditentry", "DELETE FROM audit_auditentry WHERE id = %s", [three[2].pk])
    assert breaks() == [("kab-contoh", 3, "ujung rantai tidak cocok; baris terakhir mungkin dihapus")]


@pytest.mark.parametrize("what", ["head removed", "head turned back"])
def test_a_chain_without_its_end_is_named(three, what):
    if what == "head removed":
        AuditHead.objects.filter(chain="kab-contoh").delete()
    else:
        AuditHead.objects.filter(chain="kab-contoh").update(sequence=2, hash=three[1].hash)
    ((chain, _sequence, reason),) = breaks()
    assert (chain, reason) == ("kab-contoh", "ujung rantai tidak cocok; baris terakhir mungkin dihapus")


def test_rows_in_another_order_are_named(three):
    with unguarded("audit_auditentry"), connection.cursor() as cursor:
        for number, entry in ((9, three[0]), (1, three[1]), (2, three[0])):
            cursor.execute("UPDATE audit_auditentry SET sequence = %s WHERE id = %s", [number, entry.pk])
    assert {sequence for _chain, sequence, _reason in breaks()} >= {1, 2}


@pytest.mark.parametrize("sql", ["UPDATE audit_auditentry SET tag = 'x'", "DELETE FROM audit_auditentry"])
def test_the_database_refuses_to_change_or_remove(three, sql):
    with (
        pytest.raises(DatabaseError, match="hanya dapat ditambah"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(sql)


def test_an_action_without_a_row_is_undone(instansi):
    @action
    def forget() -> None:
        Instansi.objects.create(code="lupa", name="Lupa")

    with pytest.raises(MissingAudit, match="forget wrote no audit row"):
        forget()
    assert not Instansi.objects.filter(code="lupa").exists()


def test_a_failed_action_leaves_no_row(instansi, system):
    @action
    def fail() -> None:
        record(actor=system, tag="uji:hal:gagal", subject=instansi)
        raise ValueError("gagal")

    with pytest.raises(ValueError, match="gagal"):
        fail()
    assert not AuditEntry.objects.filter(tag="uji:hal:gagal").exists()
    assert breaks() == []


def test_a_break_tells_where():
    assert vars(Break("kab-contoh", 3, "baris hilang")) == {
        "chain": "kab-contoh",
        "sequence": 3,
        "reason": "baris hilang",
    }
