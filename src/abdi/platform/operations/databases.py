"""One database as one file and back: SQLite by its online backup, PostgreSQL by pg_dump and pg_restore."""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any, Protocol

from django.db import connection, transaction
from django.utils.translation import gettext as _

from abdi.platform.errors import DomainError

Counts = dict[str, int]


class Cursor(Protocol):
    """What Django's cursors and sqlite3's have in common."""

    def execute(self, sql: str) -> Any: ...
    def fetchone(self) -> Any: ...


class Database(Protocol):
    def dump(self, target: Path) -> Counts:
        """Write a consistent copy while others go on writing; returns the rows per table in that copy."""

    def set_aside(self, directory: Path) -> None:
        """Keep what is there now in `directory` and leave the database empty."""

    def load(self, source: Path) -> None:
        """Fill the empty database."""


def database() -> Database:
    return Postgresql() if connection.vendor == "postgresql" else Sqlite()


def is_empty() -> bool:
    return not connection.introspection.table_names()


def row_counts() -> Counts:
    tables = connection.introspection.table_names()
    with connection.cursor() as cursor:
        return _counts(cursor, tables)


def _counts(cursor: Cursor, tables: Iterable[str]) -> Counts:
    return {table: _count(cursor, table) for table in sorted(tables)}


def _count(cursor: Cursor, table: str) -> int:
    cursor.execute(f"SELECT count(*) FROM {connection.ops.quote_name(table)}")
    return int(cursor.fetchone()[0])


class Sqlite:
    def dump(self, target: Path) -> Counts:
        tables = connection.introspection.table_names()
        connection.ensure_connection()
        with closing(sqlite3.connect(target)) as copy:
            connection.connection.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")  # one file, without a log beside it
            return _counts(copy.cursor(), tables)

    def set_aside(self, directory: Path) -> None:
        connection.close()
        for path in self._files():
            if path.exists():
                path.rename(directory / path.name)

    def load(self, source: Path) -> None:
        connection.close()
        for path in self._files():
            path.unlink(missing_ok=True)
        self._files()[0].touch(mode=0o600)
        shutil.copyfile(source, self._files()[0])

    def _files(self) -> list[Path]:
        name = str(connection.settings_dict["NAME"])
        return [Path(name + suffix) for suffix in ("", "-wal", "-shm")]


class Postgresql:
    def dump(self, target: Path) -> Counts:
        """Counted in the very snapshot that pg_dump reads."""
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            cursor.execute("SELECT pg_export_snapshot()")
            (snapshot,) = cursor.fetchone()
            self._run(
                "pg_dump", *self._plain, "--format=custom", f"--snapshot={snapshot}", f"--file={target}"
            )
            return _counts(cursor, connection.introspection.table_names(cursor))

    def set_aside(self, directory: Path) -> None:
        self._run("pg_dump", *self._plain, "--format=custom", f"--file={directory / 'database'}")
        with connection.cursor() as cursor:
            cursor.execute("DROP SCHEMA public CASCADE")
            cursor.execute("CREATE SCHEMA public")

    def load(self, source: Path) -> None:
        name = connection.settings_dict["NAME"]
        connection.close()
        contents = source.with_suffix(".list")
        contents.write_text(self._without_public_schema(self._run("pg_restore", "--list", str(source))))
        plain = (*self._plain, "--exit-on-error", "--single-transaction", f"--use-list={contents}")
        self._run("pg_restore", *plain, f"--dbname={name}", str(source))

    _plain = ("--no-owner", "--no-privileges")

    @staticmethod
    def _without_public_schema(contents: str) -> str:
        """Every database has the schema already; a dump of one that made it anew would make it again."""
        return "\n".join(line for line in contents.splitlines() if " SCHEMA - public " not in line)

    def _run(self, tool: str, *arguments: str) -> str:
        try:
            done = subprocess.run(
                [tool, *arguments],
                env=os.environ | self._address(),
                capture_output=True,
                text=True,
                check=True,
            )
        except FileNotFoundError:
            raise DomainError(
                _("%(tool)s tidak ditemukan; pasang klien PostgreSQL (postgresql-client) lalu ulangi.")
                % {"tool": tool}
            ) from None
        except subprocess.CalledProcessError as error:
            raise DomainError(f"{tool}: {error.stderr.strip()}") from error
        return done.stdout

    def _address(self) -> dict[str, str]:
        """Where the database is, by environment: a password on a command line is for everybody to read."""
        known = connection.settings_dict
        names = {
            "HOST": "PGHOST",
            "PORT": "PGPORT",
            "USER": "PGUSER",
            "PASSWORD": "PGPASSWORD",
            "NAME": "PGDATABASE",
        }
        address = {variable: str(known[name]) for name, variable in names.items() if known.get(name)}
        options = {
            f"PG{key.upper()}": str(value) for key, value in known["OPTIONS"].items() if key.startswith("ssl")
        }
        return address | options
