"""Who waits for whom at the ledger.

Writers share, the sealer excludes: ids are given out before they are committed, so only while nobody is
writing does "every id up to this one" mean what it says. SQLite has one writer at a time by itself.
"""

from django.db import OperationalError, connection
from django.utils.translation import gettext as _

from abdi.platform.errors import PolicyRefused
from abdi.platform.tenancy.scope import current_instansi

_LEDGER = 0x0ABD1  # our class of advisory locks
_PATIENCE = "10s"  # new writers queue behind a waiting sealer, so it must not wait long


def share_ledger() -> None:
    """Held to the end of the transaction by everyone who records."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock_shared(%s, %s)", [_LEDGER, current_instansi().pk])


def hold_ledger() -> None:
    """Held to the end of the transaction; nobody else is recording for this instansi meanwhile."""
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('lock_timeout', %s, true)", [_PATIENCE])
        try:
            cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [_LEDGER, current_instansi().pk])
        except OperationalError as late:
            raise PolicyRefused(
                _("Pencatatan lain sedang berjalan di buku fakta. Ulangi penyegelan setelah selesai.")
            ) from late
        cursor.execute("SELECT set_config('lock_timeout', '0', true)")
