"""The ledger as Arrow and Parquet: one schema for sealed files and for rows still hot.

Sealed files lie at ABDI_HOME/ledger/instansi=<code>/month=<YYYY-MM>/<first>-<last>.parquet, months in UTC, so
that an engine can leave out whole months without opening them.
"""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
from django.conf import settings
from django.db.models import QuerySet

from abdi.facts.models import Fact

SCHEMA = pa.schema(
    [
        ("id", pa.int64()),
        ("kind", pa.string()),
        ("occurred_at", pa.timestamp("us", tz="UTC")),
        ("recorded_at", pa.timestamp("us", tz="UTC")),
        ("instansi_id", pa.int64()),
        ("unit_id", pa.int64()),
        ("service_id", pa.int64()),
        ("employee_id", pa.int64()),
        ("channel", pa.string()),
        ("case_key", pa.string()),
        ("value", pa.float64()),
        ("source", pa.string()),
        ("source_key", pa.string()),
        ("rule_version", pa.string()),
        ("supersedes_id", pa.int64()),
        ("attrs", pa.string()),
        ("instansi_code", pa.string()),
    ]
)
_CHUNK = 20_000
_FIELDS = tuple(name for name in SCHEMA.names if name not in {"attrs", "instansi_code"})


def root() -> Path:
    return Path(settings.ABDI_HOME) / "ledger"


def segment_path(code: str, month: date, first_id: int, last_id: int) -> str:
    """Where a sealed file lies, relative to `root()`."""
    return f"instansi={code}/month={month:%Y-%m}/{first_id}-{last_id}.parquet"


def tables(facts: QuerySet[Fact], code: str) -> Iterator[pa.Table]:
    """These facts by id, a chunk of rows at a time, in SCHEMA."""
    rows = facts.order_by("pk").values_list(*_FIELDS, "attrs").iterator(chunk_size=_CHUNK)
    chunk: list[tuple[Any, ...]] = []
    for row in rows:
        chunk.append(row)
        if len(chunk) == _CHUNK:
            yield _table(chunk, code)
            chunk = []
    if chunk:
        yield _table(chunk, code)


def table(facts: QuerySet[Fact], code: str) -> pa.Table:
    return pa.concat_tables([SCHEMA.empty_table(), *tables(facts, code)])


def by_month(facts: pa.Table) -> Iterator[tuple[date, pa.Table]]:
    """Split by the month (UTC) in which things happened, in the order of the months."""
    numbers = month_numbers(facts)
    for number in sorted(pc.unique(numbers).to_pylist()):
        yield date(number // 12, number % 12 + 1, 1), facts.filter(pc.equal(numbers, number))


def month_numbers(facts: pa.Table) -> pa.ChunkedArray:
    """Months since year 0 of each row. Without its zone (UTC) the column needs no zone database."""
    moments = facts["occurred_at"].cast(pa.timestamp("us"))
    return pc.add(pc.multiply(pc.year(moments), 12), pc.subtract(pc.month(moments), 1))


def _table(rows: list[tuple[Any, ...]], code: str) -> pa.Table:
    *known, attrs = zip(*rows, strict=True)
    columns = [*known, [_canonical(one) for one in attrs], [code] * len(rows)]
    arrays = [pa.array(column, type=field.type) for column, field in zip(columns, SCHEMA, strict=True)]
    return pa.Table.from_arrays(arrays, schema=SCHEMA)


def _canonical(attrs: dict[str, Any]) -> str:
    return json.dumps(attrs, sort_keys=True, separators=(",", ":"), ensure_ascii=False) if attrs else "{}"
