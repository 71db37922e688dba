"""Facts about the running installation."""

from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor


def home() -> Path:
    return Path(settings.ABDI_HOME)


def pending_migrations() -> list[str]:
    """The "app.name" of what the code has and the database has not. Raises `django.db.Error` without a database."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _ in plan]
