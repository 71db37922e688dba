"""Importers and a sealer at once, each a real process: nothing twice, nothing lost, nothing left unsealed."""

import json

FACTS = 300

PREPARE = """
from datetime import date
from abdi.organisation.models import Unit
from abdi.platform.accounts.models import system_user
from abdi.platform.tenancy.models import Instansi
from abdi.platform.tenancy.scope import instansi_scope
system_user()
with instansi_scope(Instansi.objects.create(code="kab-contoh", name="Kabupaten Contoh")):
    Unit.objects.create(code="LOKET", name="Loket Contoh", valid_from=date(2020, 1, 1))
"""

RECORD = f"""
from datetime import UTC, datetime
from abdi.facts.actions import record_facts
from abdi.facts.types import NewFact
from abdi.organisation.models import Unit
from abdi.platform.accounts.models import system_user
from abdi.platform.tenancy.models import Instansi
from abdi.platform.tenancy.scope import instansi_scope
recorded = 0
with instansi_scope(Instansi.objects.get()):
    unit = Unit.objects.get().pk
    for start in range(0, {FACTS}, 10):
        batch = [NewFact("queue.wait", datetime(2026, 1, 5, tzinfo=UTC), unit, f"k{{n}}", value=n)
                 for n in range(start, start + 10)]
        recorded += record_facts(actor=system_user(), facts=batch, source="uji").recorded
print(recorded)
"""

SEAL_OFTEN = """
from django.core.management import call_command
for _ in range(5):
    call_command("ledger", "seal", "--instansi", "kab-contoh", "--hingga-kini", "--json")
"""

ALTER = """
from django.db import connection
with connection.cursor() as cursor:
    if connection.vendor == "postgresql":
        cursor.execute("ALTER TABLE facts_fact DISABLE TRIGGER USER")
    else:
        cursor.execute("DROP TRIGGER facts_fact_no_UPDATE")
    cursor.execute("UPDATE facts_fact SET value = -1 WHERE source_key = 'k7'")
"""


def finished(process) -> str:
    out, err = process.communicate(timeout=120)
    assert process.returncode == 0, err
    return out


def test_importers_and_a_sealer_at_once(own_installation):
    own_installation.python(PREPARE)
    importers = [own_installation.start("shell", "--no-imports", "-c", RECORD) for _ in range(2)]
    sealer = own_installation.start("shell", "--no-imports", "-c", SEAL_OFTEN)
    assert sum(int(finished(importer)) for importer in importers) == FACTS
    sealed = sum(json.loads(line)["sealed"] for line in finished(sealer).splitlines())

    rest = own_installation.run("ledger", "seal", "--instansi", "kab-contoh", "--hingga-kini", "--json")
    assert sealed + json.loads(rest.stdout)["sealed"] == FACTS
    whole = own_installation.run("ledger", "verify", "--instansi", "kab-contoh", "--json")
    assert json.loads(whole.stdout) == {"instansi": "kab-contoh", "whole": True, "findings": []}

    own_installation.python(ALTER)
    broken = own_installation.run("ledger", "verify", "--instansi", "kab-contoh")
    assert broken.returncode == 1
    assert "kolom value berbeda dari segel instansi=kab-contoh/month=2026-01/" in broken.stdout
