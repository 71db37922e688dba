"""What is sealed stays what it was: every way to change it is found and named."""

import os
from datetime import UTC, date, datetime, timedelta

import pyarrow.parquet as pq
import pytest
from django.utils import timezone

from abdi.facts import lake, sealing
from abdi.facts.actions import record_facts, supersede_fact
from abdi.facts.models import Fact, Segment
from abdi.facts.sealing import seal_ledger
from abdi.facts.selectors import ledger
from abdi.facts.verification import Finding, verify_ledger
from abdi.platform.audit.models import AuditEntry
from tests.facts.conftest import MONDAY
from tests.tamper import tamper

FEBRUARY = datetime(2026, 2, 1, 0, 0, tzinfo=UTC)


@pytest.fixture
def five(fact, system) -> list[Fact]:
    """Three facts of January and two of February, told mixed."""
    moments = [MONDAY, FEBRUARY, MONDAY + timedelta(days=1), FEBRUARY + timedelta(hours=1), MONDAY]
    told = [fact(f"k{n}", occurred_at=at, value=n / 3, attrs={"n": n}) for n, at in enumerate(moments)]
    record_facts(actor=system, facts=told, source="uji")
    return list(Fact.objects.all())


@pytest.fixture
def sealed(five, system) -> list[Segment]:
    return seal_ledger(actor=system, up_to=None)


def findings() -> list[str]:
    return [str(finding) for finding in verify_ledger()]


def test_one_file_a_month_with_the_rows_as_they_are(five, sealed, home):
    first, last = five[0].pk, five[-1].pk
    assert [one.path for one in sealed] == [
        f"instansi=kab-contoh/month=2026-01/{first}-{last}.parquet",
        f"instansi=kab-contoh/month=2026-02/{first}-{last}.parquet",
    ]
    january, february = (pq.ParquetFile(home / "ledger" / one.path).read() for one in sealed)
    assert january.schema == lake.SCHEMA
    assert january["id"].to_pylist() == [five[n].pk for n in (0, 2, 4)]
    assert january["value"].to_pylist() == [0 / 3, 2 / 3, 4 / 3]
    assert february["id"].to_pylist() == [five[n].pk for n in (1, 3)]
    assert february["occurred_at"].to_pylist() == [FEBRUARY, FEBRUARY + timedelta(hours=1)]
    assert february["attrs"].to_pylist() == ['{"n":1}', '{"n":3}']
    assert set(january["instansi_code"].to_pylist()) == {"kab-contoh"}


def test_a_whole_ledger_verifies(sealed):
    assert findings() == []


def test_sealing_again_seals_only_what_is_new(sealed, fact, system):
    assert seal_ledger(actor=system, up_to=None) == []
    record_facts(actor=system, facts=[fact("k9")], source="uji")
    (segment,) = seal_ledger(actor=system, up_to=None)
    assert segment.rows == 1
    assert findings() == []


def test_today_stays_open_until_it_is_over(five, system):
    assert seal_ledger(actor=system, up_to=timezone.localdate()) == []
    tomorrow = timezone.localdate() + timedelta(days=1)
    assert sum(one.rows for one in seal_ledger(actor=system, up_to=tomorrow)) == 5


def test_the_same_rows_make_the_same_bytes(sealed, home, system):
    before = [(home / "ledger" / one.path).read_bytes() for one in sealed]
    drafts = sealing._write(sealed[0].first_id, sealed[0].last_id)
    assert [draft.draft.read_bytes() for draft in drafts] == before


def test_many_small_runs_seal_everything_once(five, system, monkeypatch):
    monkeypatch.setattr(sealing, "RUN", 2)
    monkeypatch.setattr(lake, "_CHUNK", 1)
    segments = seal_ledger(actor=system, up_to=None)
    assert sum(one.rows for one in segments) == 5
    assert len({(one.first_id, one.last_id) for one in segments}) == 3
    assert findings() == []
    tamper("facts_fact", "UPDATE facts_fact SET channel = 'x' WHERE id = %s", [five[3].pk])
    assert len(findings()) == 1


def test_the_trail_carries_the_hash(sealed):
    for one in sealed:
        entry = AuditEntry.objects.get(tag="facts:segment:seal", subject_id=str(one.uid))
        assert entry.data == {"path": one.path, "sha256": one.sha256, "rows": one.rows}


def test_a_file_left_by_a_crash_is_overwritten(five, system, home):
    left = home / "ledger" / lake.segment_path("kab-contoh", date(2026, 1, 1), five[0].pk, five[-1].pk)
    left.parent.mkdir(parents=True)
    left.write_bytes(b"setengah jadi")
    seal_ledger(actor=system, up_to=None)
    assert findings() == []


def test_a_crash_before_the_commit_seals_nothing(five, system, monkeypatch):
    def fail(path):
        raise OSError("disk penuh")

    with monkeypatch.context() as patch:
        patch.setattr(sealing, "sha256_of", fail)
        with pytest.raises(OSError, match="disk penuh"):
            seal_ledger(actor=system, up_to=None)
    assert Segment.objects.count() == 0
    assert findings() == []
    assert sum(one.rows for one in seal_ledger(actor=system, up_to=None)) == 5


@pytest.mark.parametrize("place", [0.0, 0.3, 0.6, 0.999])
def test_one_flipped_byte_names_the_file(sealed, home, place):
    path = home / "ledger" / sealed[0].path
    content = bytearray(path.read_bytes())
    content[int(len(content) * place)] ^= 0x01
    path.write_bytes(content)
    assert findings() == [f"{sealed[0].path}: isi berkas segel berubah: SHA-256 tidak cocok"]


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("kind", "queue.service"),
        ("value", 0.333),
        ("value", None),
        ("source_key", "lain"),
        ("case_key", "lain"),
        ("channel", "web"),
        ("rule_version", "2020"),
        ("attrs", '{"n": 9}'),
        ("occurred_at", "2026-01-05 02:00:01"),
        ("recorded_at", "2026-01-05 02:00:01"),
    ],
)
def test_one_altered_row_is_named_with_its_column(five, sealed, column, value):
    tamper("facts_fact", f"UPDATE facts_fact SET {column} = %s WHERE id = %s", [value, five[2].pk])
    assert findings() == [f"fakta {five[2].pk}: kolom {column} berbeda dari segel {sealed[0].path}"]


def test_a_row_moved_to_another_month_is_named(five, sealed):
    tamper(
        "facts_fact", "UPDATE facts_fact SET occurred_at = '2026-03-05 02:00:00' WHERE id = %s", [five[2].pk]
    )
    assert findings() == [f"fakta {five[2].pk}: kolom occurred_at berbeda dari segel {sealed[0].path}"]


@pytest.mark.parametrize("which", [0, 2, 4])
def test_a_removed_row_is_named(five, sealed, which):
    tamper("facts_fact", "DELETE FROM facts_fact WHERE id = %s", [five[which].pk])
    (found,) = findings()
    assert found.startswith(f"fakta {five[which].pk}: ada di segel {sealed[0].path}, tetapi hilang")


def test_a_row_slipped_in_among_the_sealed_is_named(five, sealed):
    tamper("facts_fact", "UPDATE facts_fact SET id = id - 100000 WHERE id = %s", [five[1].pk])
    assert [one.split(":")[0] for one in findings()] == [
        f"fakta {five[1].pk - 100000}",
        f"fakta {five[1].pk}",
    ]


SLIP_IN = """
INSERT INTO facts_fact (id, recorded_at, instansi_id, source, occurred_at, kind, unit_id, channel, case_key, value,
    source_key, rule_version, attrs)
SELECT %s, recorded_at, instansi_id, 'selundup', %s, kind, unit_id, channel, case_key, value, source_key,
    rule_version, attrs
FROM facts_fact WHERE id = %s
"""
MONTHS = ["2026-01-07 02:00:00", "2025-06-05 02:00:00"]


@pytest.mark.parametrize("moment", MONTHS, ids=["a month with a file", "a month without one"])
def test_a_row_made_up_among_the_sealed_is_named(five, sealed, moment):
    forged = five[0].pk - 100_000
    tamper("facts_fact", SLIP_IN, [forged, moment, five[0].pk])
    assert findings() == [f"fakta {forged}: ada di basis data, tetapi tidak ada di segel mana pun"]


def test_a_row_made_up_in_a_month_of_its_own_is_named_while_every_file_is_missing(five, sealed, home):
    for one in sealed:
        (home / "ledger" / one.path).unlink()
    tamper("facts_fact", SLIP_IN, [five[0].pk - 100_000, MONTHS[1], five[0].pk])
    assert findings() == [
        *(f"{one.path}: berkas segel hilang" for one in sealed),
        f"fakta {five[0].pk - 100_000}: ada di basis data, tetapi tidak ada di segel mana pun",
    ]


def test_a_row_moved_into_a_month_whose_file_is_missing_is_named(five, sealed, home):
    (home / "ledger" / sealed[1].path).unlink()
    tamper("facts_fact", "UPDATE facts_fact SET occurred_at = '2026-02-05' WHERE id = %s", [five[2].pk])
    missing, moved = findings()
    assert missing == f"{sealed[1].path}: berkas segel hilang"
    assert moved.startswith(f"fakta {five[2].pk}: ada di segel {sealed[0].path}, tetapi hilang")


def test_a_missing_file_is_named_and_the_others_still_read(five, sealed, home):
    (home / "ledger" / sealed[1].path).unlink()
    tamper("facts_fact", "UPDATE facts_fact SET value = 7 WHERE id = %s", [five[0].pk])
    assert findings() == [
        f"{sealed[1].path}: berkas segel hilang",
        f"fakta {five[0].pk}: kolom value berbeda dari segel {sealed[0].path}",
    ]


def test_an_extra_file_is_named(sealed, home):
    stray = home / "ledger" / "instansi=kab-contoh" / "month=2026-01" / "99-99.parquet"
    os.link(home / "ledger" / sealed[0].path, stray)
    (found,) = findings()
    assert found.startswith(
        "instansi=kab-contoh/month=2026-01/99-99.parquet: berkas ini tidak pernah disegel"
    )


def test_a_file_and_its_row_forged_together_break_with_the_trail(sealed):
    tamper("facts_segment", "UPDATE facts_segment SET rows = 2 WHERE id = %s", [sealed[0].pk])
    assert findings() == [f"{sealed[0].path}: baris segel tidak sama dengan jejak audit"]


def test_a_removed_segment_row_is_named(sealed, five):
    tamper("facts_segment", "DELETE FROM facts_segment WHERE id = %s", [sealed[1].pk])
    assert f"{sealed[1].path}: disegel menurut jejak audit, tetapi baris segelnya hilang" in findings()


def test_a_forged_trail_is_named(sealed):
    entry = AuditEntry.objects.get(subject_id=str(sealed[0].uid))
    tamper("audit_auditentry", "UPDATE audit_auditentry SET tag = 'x:y:z' WHERE id = %s", [entry.pk])
    assert Finding(f"jejak audit kab-contoh#{entry.sequence}", "isi baris diubah") in list(verify_ledger())


def test_an_engine_sees_every_fact_once(five, sealed, fact, system, home):
    record_facts(actor=system, facts=[fact("k9"), fact("k10", occurred_at=FEBRUARY)], source="uji")
    successor = supersede_fact(actor=system, fact_id=five[0].pk, value=5, reason="salah catat")
    seen = ledger()
    assert seen.sealed == [home / "ledger" / one.path for one in sealed]
    assert seen.hot.schema == lake.SCHEMA
    assert seen.hot["source_key"].to_pylist() == ["k9", "k10", str(five[0].pk)]
    assert seen.superseded.to_pylist() == [five[0].pk]
    assert successor in seen.hot["id"].to_pylist()


def test_an_engine_leaves_out_months_it_did_not_ask_for(sealed, fact, system, home):
    record_facts(actor=system, facts=[fact("k9"), fact("k10", occurred_at=FEBRUARY)], source="uji")
    january = ledger(before=FEBRUARY - timedelta(seconds=1))
    assert january.sealed == [home / "ledger" / sealed[0].path]
    assert january.hot["source_key"].to_pylist() == ["k9"]
    february = ledger(since=FEBRUARY)
    assert february.sealed == [home / "ledger" / sealed[1].path]
    assert february.hot["source_key"].to_pylist() == ["k10"]
    assert ledger(before=datetime(2025, 1, 1, tzinfo=UTC)).sealed == []
