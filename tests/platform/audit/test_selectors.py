"""What the pages show of the trail is what its hashes cover."""

import pytest
from django.db import IntegrityError, transaction

from abdi.platform.audit.selectors import history_of, trail
from abdi.platform.audit.trail import record, verify
from abdi.platform.errors import InputRefused
from abdi.platform.tenancy.models import Instansi
from abdi.platform.tenancy.scope import instansi_scope
from abdi.platform.validation import write
from tests.tamper import tamper


def test_a_row_turned_to_another_instansi_stays_where_its_chain_says(instansi, neighbour, system):
    """`instansi_id` is outside the hash, so that turning it must move nothing."""
    entry = record(actor=system, tag="uji:hal:catat", subject=instansi)
    tamper(
        "audit_auditentry",
        "UPDATE audit_auditentry SET instansi_id = %s WHERE id = %s",
        [neighbour.pk, entry.pk],
    )
    assert list(verify()) == []
    assert list(trail()) == list(history_of(instansi)) == [entry]
    with instansi_scope(neighbour):
        assert not trail().exists()
        assert not history_of(instansi).exists()


def test_no_instansi_takes_the_name_of_the_installation_s_chain(db):
    with pytest.raises(InputRefused, match="Kode “sistem” dipakai Abdi sendiri"):
        write(Instansi(code="sistem", name="Kota Umpama"))
    with pytest.raises(IntegrityError), transaction.atomic():
        Instansi.objects.create(code="sistem", name="Kota Umpama")
