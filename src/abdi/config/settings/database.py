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

_default = DATABASES["default"]
_shared = int(env.text("ABDI_DATABASE_CONNECTIONS", "0"))  # asgi.py sets it: commands hold one of their own

if _default["ENGINE"].endswith("sqlite3"):
    _default["OPTIONS"] = {
        # IMMEDIATE: a writer queues for the lock at BEGIN instead of failing half-way through
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        # recursive triggers: INSERT OR REPLACE may not delete past the append-only triggers
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-65536; "
        "PRAGMA recursive_triggers=ON;",
    }
elif _shared:
    # each request has a thread of its own: two hundred boards that come back at once would ask for as many connections
    _default["CONN_MAX_AGE"] = 0
    _default.setdefault("OPTIONS", {})["pool"] = {"min_size": 1, "max_size": _shared, "timeout": 30}
