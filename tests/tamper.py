"""Changing rows behind the product's back, as someone with the database's own password could."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection


@contextmanager
def unguarded(table: str) -> Iterator[None]:
    """The triggers of `table` do not fire; afterwards they are as before."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("SET session_replication_role = replica")
            yield
            cursor.execute("SET session_replication_role = origin")
            return
        cursor.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s", [table]
        )
        triggers = cursor.fetchall()
        for name, _sql in triggers:
            cursor.execute(f"DROP TRIGGER {name}")
        yield
        for _name, sql in triggers:
            cursor.execute(sql)


def tamper(table: str, sql: str, params: list[object]) -> None:
    with unguarded(table), connection.cursor() as cursor:
        cursor.execute(sql, params)
        assert cursor.rowcount == 1
