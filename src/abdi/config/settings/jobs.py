"""Jobs run from the same database; no broker."""

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
