"""What took many actions to build, built once a session: its rows are put back into the transaction of each test."""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.db import connection

T = TypeVar("T")
Row = tuple[object, ...]


@dataclass(frozen=True)
class Kept(Generic[T]):
    """`thing` as its builder returned it, and every row that came with it."""

    thing: T
    rows: dict[str, list[Row]]

    def put_back(self) -> T:
        """The same rows under the same numbers. Raises IntegrityError where another row has one of them."""
        with connection.cursor() as cursor:
            for table, rows in self.rows.items():
                places = ", ".join(["%s"] * len(rows[0]))
                cursor.executemany(f"INSERT INTO {connection.ops.quote_name(table)} VALUES ({places})", rows)
        return deepcopy(self.thing)


def keep(build: Callable[[], T]) -> Kept[T]:
    """Call inside a transaction; the builder may add rows and must leave those of before as they were."""
    before = _all_rows()
    thing = build()
    rows: dict[str, list[Row]] = {}
    for table, found in _all_rows().items():
        known = set(map(repr, before[table]))
        added = [row for row in found if repr(row) not in known]
        assert len(found) - len(added) == len(known), f"{table}: a row of before is gone or altered"
        if added:
            rows[table] = added
    return Kept(thing, rows)


def _all_rows() -> dict[str, list[Row]]:
    with connection.cursor() as cursor:
        return {table: _rows(cursor, table) for table in connection.introspection.django_table_names(True)}


def _rows(cursor, table: str) -> list[Row]:
    cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
    return cursor.fetchall()
