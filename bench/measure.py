"""All catalogue metrics per officer and month, beside bare DuckDB SQL for the same numbers."""

import resource
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.harness import Figure, fresh_database, race, report

FACTS = {"ci": 1_000_000, "large": 5_000_000}
ROUNDS = 3
RATIO_GOAL = 2.0
OFFICERS, DAYS, BATCH = 120, 365, 100_000


def run(size: str) -> Iterator[Figure]:
    """Seconds for the whole catalogue, its ratio to hand-written SQL, and the peak memory of the process."""
    with fresh_database():
        yield from _measure(FACTS[size])


def _measure(count: int) -> Iterator[Figure]:
    from django.conf import settings

    from abdi.platform.tenancy.models import Instansi
    from abdi.platform.tenancy.scope import instansi_scope

    instansi = Instansi.objects.create(code="kab-contoh", name="Kabupaten Contoh")
    path = Path(settings.ABDI_HOME) / "facts.parquet"
    _write(path, count)
    with instansi_scope(instansi):
        ours, theirs, values = race(
            lambda _: measured(path), lambda _: bare(path), lambda _: bare_values(path), rounds=ROUNDS
        )
    yield Figure("measure.ratio_to_duckdb", round(ours / theirs, 3), "×", count, ours, goal=RATIO_GOAL)
    yield Figure("measure.ratio_to_values_alone", round(ours / values, 3), "×", count, values)
    yield Figure("measure.facts_per_s", round(count / ours), "fakta/s", count, ours, more_is_better=True)
    yield Figure("measure.peak_mib", round(_peak_mib(), 1), "MiB", count, ours)


def measured(path: Path) -> Sequence[object]:
    """Through the product: the engine over one sealed file, then names, intervals, digests and versions."""
    import pyarrow as pa

    from abdi.facts.lake import SCHEMA
    from abdi.facts.selectors import Ledger
    from abdi.measurement.backends import duckdb
    from abdi.measurement.catalogue import catalogue
    from abdi.measurement.engine import answers, asked
    from abdi.measurement.looking import look
    from abdi.measurement.types import ALWAYS

    question = asked(list(catalogue()), per="petugas", window=ALWAYS, only=None, by_month=True)
    with duckdb.connect() as engine:
        ledger = Ledger([path], SCHEMA.empty_table(), pa.array([], pa.int64()))
        groups = look(engine, duckdb.load(engine, ledger), question)
    return list(answers(question, groups))


def bare(path: Path) -> list[list[tuple]]:
    """The same values, n, intervals' ingredients, versions and digests by SQL somebody wrote by hand."""
    return _asked(path, _CELLS.format(also=_LINEAGE), _BOUNDS, _RESPONSES)


def bare_values(path: Path) -> list[list[tuple]]:
    """The values and n alone: no interval of a percentile, and nothing that says which facts bear them."""
    return _asked(path, _CELLS.format(also=""), _RESPONSES)


def _asked(path: Path, *questions: str) -> list[list[tuple]]:
    import duckdb
    from django.conf import settings

    with duckdb.connect(config={"memory_limit": settings.MEASURE_MEMORY}) as engine:
        engine.execute("SET TimeZone = 'UTC'")
        engine.execute(_SEEN.format(path=path))
        return [engine.execute(sql).fetchall() for sql in questions]


_SEEN = """
CREATE VIEW seen AS SELECT *, date_trunc('month', occurred_at::timestamp + INTERVAL 7 HOUR) AS month
FROM '{path}' WHERE kind <> 'service.activity'
"""
_CELLS = """
SELECT employee_id, month, kind, count(*), count(value), sum(value), avg(value), stddev_samp(value),
    quantile_cont(value, [0.5, 0.9]) FILTER (kind IN ('service.completed', 'service.completed_working',
        'queue.wait', 'queue.service', 'complaint.answered')){also}
FROM seen GROUP BY ALL
"""
_LINEAGE = """, list(DISTINCT rule_version) FILTER (rule_version <> ''),
    sha256(array_to_string(list_sort(list(id || ':' || floor(value * 1e6)::bigint)), chr(10)))"""
# ranks by the normal approximation: a hand would not bother with the exact ones
_BOUNDS = """
WITH placed AS (
    SELECT employee_id, month, kind, value,
        row_number() OVER (PARTITION BY employee_id, month, kind ORDER BY value) AS place,
        count(*) OVER (PARTITION BY employee_id, month, kind) AS n
    FROM seen
    WHERE value IS NOT NULL AND kind IN ('service.completed', 'service.completed_working', 'queue.wait',
        'queue.service', 'complaint.answered'))
SELECT employee_id, month, kind,
    min(value) FILTER (place = floor(n * 0.5 - 1.96 * sqrt(n * 0.25))),
    min(value) FILTER (place = ceil(n * 0.5 + 1.96 * sqrt(n * 0.25)) + 1),
    min(value) FILTER (place = floor(n * 0.9 - 1.96 * sqrt(n * 0.09))),
    min(value) FILTER (place = ceil(n * 0.9 + 1.96 * sqrt(n * 0.09)) + 1)
FROM placed GROUP BY ALL
"""
_RESPONSES = """
SELECT employee_id, month, count(*), avg(answer), stddev_samp(answer) FROM (
    SELECT employee_id, month, case_key, avg(value) AS answer FROM seen WHERE kind LIKE 'skm.%' GROUP BY ALL)
GROUP BY ALL
"""


def _write(path: Path, count: int) -> None:
    """A year of every kind of fact at a hundred and twenty officers; seeded, in the schema of sealed files."""
    import pyarrow.parquet as pq

    from abdi.facts.lake import SCHEMA

    with pq.ParquetWriter(path, SCHEMA, compression="zstd") as file:
        for first in range(0, count, BATCH):
            file.write_table(_facts(first, min(BATCH, count - first)))


def _facts(first: int, count: int):
    import random
    from datetime import UTC, datetime, timedelta

    import pyarrow as pa

    from abdi.facts.lake import SCHEMA
    from abdi.measurement.catalogue import catalogue

    chance, start = random.Random(first), datetime(2025, 1, 1, tzinfo=UTC)
    kinds = sorted({kind for metric in catalogue().values() for kind in metric.kinds})
    rows = []
    for number in range(first, first + count):
        kind = kinds[number % len(kinds)]
        happened = start + timedelta(seconds=chance.randrange(DAYS * 86_400))
        rows.append(
            {
                "id": number + 1,
                "kind": kind,
                "occurred_at": happened,
                "recorded_at": happened,
                "instansi_id": 1,
                "unit_id": 1 + number % 8,
                "service_id": 1 + number % 20,
                "employee_id": 1 + chance.randrange(OFFICERS),
                "channel": "loket",
                "case_key": f"perkara-{number // len(kinds)}",
                "value": _value(kind, chance),
                "source": "bench",
                "source_key": str(number),
                "rule_version": "jam_kerja@2023-04-12" if kind.endswith("_working") else "",
                "attrs": "{}",
                "instansi_code": "kab-contoh",
            }
        )
    return pa.Table.from_pylist(rows, schema=SCHEMA)


def _value(kind: str, chance) -> float:
    if kind.startswith("skm."):
        return float(chance.randint(1, 4))
    if kind.endswith(".on_time"):
        return float(chance.random() < 0.9)
    return float(round(chance.expovariate(1 / 7_200)))


def _peak_mib() -> float:
    """Of the whole process: interpreter, Django, and what the bare SQL took too."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    report("measure", run)
