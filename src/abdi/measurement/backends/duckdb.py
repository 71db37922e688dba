"""The embedded engine: DuckDB over the sealed Parquet files and the rows not sealed yet."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import ibis
import pyarrow as pa
from ibis.expr.types import Table

from abdi.facts.selectors import Ledger
from abdi.measurement.backends.limits import limits
from abdi.measurement.expressions import COLUMNS, Sources


@contextmanager
def connect() -> Iterator[Any]:
    """An in-memory engine within the limits of the settings."""
    engine = ibis.duckdb.connect(**limits())
    engine.raw_sql("SET TimeZone = 'UTC'")
    try:
        yield engine
    finally:
        engine.disconnect()


def load(engine: Any, ledger: Ledger) -> Sources:
    """The ledger of one instansi inside the engine; nothing is copied before it is asked for."""
    engine.con.register("hot", ledger.hot.select(COLUMNS))
    engine.con.register("superseded", pa.table({"id": ledger.superseded}))
    rows: Table = engine.table("hot")
    if ledger.sealed:
        paths = [str(path) for path in ledger.sealed]
        # the folders are named like partitions, but the files hold every column themselves
        lake = engine.read_parquet(paths, table_name="sealed", hive_partitioning=False)
        rows = lake.select(*COLUMNS).union(rows)
    return Sources(rows, engine.table("superseded") if len(ledger.superseded) else None)


def keep(engine: Any, result: Table) -> Table:
    """Work a result out once, to be asked several times while the engine is open."""
    kept: Table = engine.create_table(ibis.util.gen_name("kept"), result)
    return kept
