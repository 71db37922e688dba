"""Real writers at once, and the command that verifies what they wrote."""

import json

ROWS = 40

PREPARE = """
from abdi.platform.accounts.models import system_user
from abdi.platform.tenancy.models import Instansi
system_user()
Instansi.objects.create(code="kab-contoh", name="Kabupaten Contoh")
"""

WRITE = f"""
from django.db import transaction
from abdi.platform.accounts.models import system_user
from abdi.platform.audit.trail import record
from abdi.platform.tenancy.models import Instansi
from abdi.platform.tenancy.scope import instansi_scope
one, actor = Instansi.objects.get(), system_user()
with instansi_scope(one):
    for n in range({ROWS}):
        with transaction.atomic():
            record(actor=actor, tag="uji:hal:catat", subject=one, data={{"n": n}})
"""

TAMPER = """
from django.db import connection
with connection.cursor() as cursor:
    if connection.vendor == "postgresql":
        cursor.execute("ALTER TABLE audit_auditentry DISABLE TRIGGER USER")
    else:
        cursor.execute("DROP TRIGGER audit_auditentry_no_UPDATE")
    cursor.execute("UPDATE audit_auditentry SET tag = 'uji:hal:lain' WHERE sequence = 5 AND chain = 'kab-contoh'")
"""


def test_two_writers_make_one_chain_and_tampering_is_named(own_installation):
    own_installation.python(PREPARE)
    writers = [own_installation.start("shell", "--no-imports", "-c", WRITE) for _ in range(2)]
    for writer in writers:
        _out, err = writer.communicate(timeout=120)
        assert writer.returncode == 0, err

    whole = own_installation.run("audit", "verify", "--json")
    answer = json.loads(whole.stdout)
    assert (whole.returncode, answer["whole"], answer["breaks"]) == (0, True, [])
    assert answer["entries"] >= 2 * ROWS

    own_installation.python(TAMPER)
    broken = own_installation.run("audit", "verify", "--json")
    assert broken.returncode == 1
    found = {"chain": "kab-contoh", "sequence": 5, "reason": "isi baris diubah"}
    assert json.loads(broken.stdout)["breaks"] == [found]
    assert "✗ kab-contoh#5: isi baris diubah" in own_installation.run("audit", "verify").stdout
