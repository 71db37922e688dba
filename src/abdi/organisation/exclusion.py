"""A migration operation by which the database itself refuses two overlapping periods of one thing."""

from collections.abc import Callable

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

_POSTGRESQL = """
ALTER TABLE {table} ADD CONSTRAINT {name} EXCLUDE USING gist (
    {same}, daterange(valid_from, valid_until, '[]') WITH &&
) WHERE ({only})
"""

# SQLite has no exclusion constraint; a trigger that looks for an overlapping row does the same,
# since SQLite lets one writer in at a time. Rebuilding the table drops it: a later AlterField needs it anew.
_SQLITE = """
CREATE TRIGGER {name}_{verb} BEFORE {verb} ON {table} WHEN {new_only}
BEGIN
    SELECT RAISE(ABORT, '{name}') FROM {table} AS other
    WHERE {same} AND {other_only} AND other.id IS NOT NEW.id
        AND other.valid_from <= COALESCE(NEW.valid_until, '9999-12-31')
        AND COALESCE(other.valid_until, '9999-12-31') >= NEW.valid_from;
END
"""
_VERBS = ("INSERT", "UPDATE")


def no_overlap(table: str, name: str, *, same: tuple[str, ...], only: str = "1 = 1") -> migrations.RunPython:
    """Refuse two rows of `table` that agree in every expression of `same` and share a day.

    Expressions name their columns as `{row}column`; `only` narrows the rule to the rows it holds for.
    PostgreSQL needs the extension btree_gist, to be created by an operation before this one.
    """
    create = {
        "postgresql": [_constraint(table, name, same, only)],
        "sqlite": [_trigger(verb, table, name, same, only) for verb in _VERBS],
    }
    drop = {
        "postgresql": [f"ALTER TABLE {table} DROP CONSTRAINT {name}"],
        "sqlite": [f"DROP TRIGGER {name}_{verb}" for verb in _VERBS],
    }
    return migrations.RunPython(_execute(create), _execute(drop))


def _constraint(table: str, name: str, same: tuple[str, ...], only: str) -> str:
    compared = ", ".join(f"({one.format(row='')}) WITH =" for one in same)
    return _POSTGRESQL.format(table=table, name=name, same=compared, only=only.format(row=""))


def _trigger(verb: str, table: str, name: str, same: tuple[str, ...], only: str) -> str:
    return _SQLITE.format(
        verb=verb,
        table=table,
        name=name,
        same=" AND ".join(f"{one.format(row='other.')} = {one.format(row='NEW.')}" for one in same),
        new_only=only.format(row="NEW."),
        other_only=only.format(row="other."),
    )


def _execute(statements: dict[str, list[str]]) -> Callable[[StateApps, BaseDatabaseSchemaEditor], None]:
    def run(_apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
        for statement in statements[editor.connection.vendor]:
            editor.execute(statement)

    return run
