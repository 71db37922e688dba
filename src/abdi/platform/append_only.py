"""Migration operations that make a table append-only: the database itself refuses UPDATE and DELETE."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

_SENTENCE = "catatan ini hanya dapat ditambah; koreksi dicatat sebagai baris baru"

_POSTGRESQL = """
CREATE OR REPLACE FUNCTION abdi_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '%: {sentence}', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table}
    FOR EACH ROW EXECUTE FUNCTION abdi_append_only();
CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table}
    FOR EACH STATEMENT EXECUTE FUNCTION abdi_append_only();
"""

_SQLITE = """
CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table}
BEGIN SELECT RAISE(ABORT, '{table}: {sentence}'); END
"""


def append_only(table: str) -> migrations.RunPython:
    """Put this after the CreateModel of `table`. Covers SQLite and PostgreSQL."""

    def forwards(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
        names = {"table": table, "sentence": _SENTENCE}
        if editor.connection.vendor == "postgresql":
            editor.execute(_POSTGRESQL.format(**names).replace("'%:", "'%%:"), params=())
            return
        for verb in ("UPDATE", "DELETE"):
            editor.execute(_SQLITE.format(verb=verb, **names))

    def backwards(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
        if editor.connection.vendor == "postgresql":
            for trigger in ("append_only", "no_truncate"):
                editor.execute(f"DROP TRIGGER {table}_{trigger} ON {table}")
            return
        for verb in ("UPDATE", "DELETE"):
            editor.execute(f"DROP TRIGGER {table}_no_{verb}")

    return migrations.RunPython(forwards, backwards)
