"""The embedded engine: DuckDB over the sealed Parquet files and the rows not sealed yet.

No extension is loaded, since DuckDB would fetch it from the network at run time.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import ibis
import pyarrow as pa
from django.conf import settings
from ibis.expr.types import Table

from abdi.facts.selectors import Ledger
from abdi.measurement.expressions import COLUMNS, Sources


@contextmanager
def connect() -> Iterator[Any]:
    """An in-memory engine within the limits of the settings; what does not fit spills below ABDI_HOME."""
    spill = Path(settings.ABDI_HOME) / "tmp" / "measure"
    spill.mkdir(parents=True, exist_ok=True)
    engine = ibis.duckdb.connect(temp_directory=str(spill), **_limits())
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


def _limits() -> dict[str, Any]:
    limits: dict[str, Any] = {
        "memory_limit": settings.MEASURE_MEMORY,
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
    }
    if settings.MEASURE_THREADS:
        limits["threads"] = settings.MEASURE_THREADS
    return limits
