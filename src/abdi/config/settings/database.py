"""The embedded database for one office, PostgreSQL for everything larger."""

import dj_database_url

from abdi.config import environment as env

DATABASES = {
    "default": dj_database_url.parse(
        env.text("ABDI_DATABASE_URL") or f"sqlite:///{env.home() / 'abdi.sqlite3'}",
        conn_max_age=60,
        conn_health_checks=True,
    ),
}

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        # IMMEDIATE: a writer queues for the lock at BEGIN instead of failing half-way through
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        # recursive triggers: INSERT OR REPLACE may not delete past the append-only triggers
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-65536; "
        "PRAGMA recursive_triggers=ON;",
    }
