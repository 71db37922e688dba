"""Opening an instansi, completing it, and entering it."""

import pytest

from abdi.platform.audit.models import AuditEntry
from abdi.platform.errors import InputRefused, PermissionRefused
from abdi.platform.instansi.actions import change_instansi, enter_instansi, open_instansi
from abdi.platform.tenancy.models import Instansi

WHERE = {"name": "Kota Umpama", "place": "Umpama", "timezone": "Asia/Makassar"}


@pytest.fixture
def kota(system):
    return open_instansi(actor=system, code="kota-umpama", **WHERE, host=" Umpama.Example.Test ")


def tags(instansi):
    return list(
        AuditEntry.objects.filter(chain=instansi.code).order_by("sequence").values_list("tag", flat=True)
    )


def test_what_happens_to_an_instansi_is_in_its_own_trail(system, kota):
    enter_instansi(actor=system, instansi=kota)
    assert (kota.host, kota.timezone, kota.is_incomplete) == ("umpama.example.test", "Asia/Makassar", False)
    assert tags(kota) == ["tenancy:instansi:open", "tenancy:instansi:enter"]


def test_one_that_a_log_named_is_completed(system):
    known = open_instansi(actor=system, code="baru", name="baru", is_incomplete=True)
    change_instansi(actor=system, instansi=known, **WHERE)
    known.refresh_from_db()
    assert (known.name, known.is_incomplete, known.code) == ("Kota Umpama", False, "baru")
    assert AuditEntry.objects.get(tag="tenancy:instansi:change").data["before"]["name"] == "baru"


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("code", "kota umpama"),
        ("code", "kota-umpama"),
        ("name", " "),
        ("timezone", "Asia/Singapore"),
        ("host", "umpama.example.test"),
    ],
)
def test_what_cannot_be_used_is_named(system, kota, field, wrong):
    with pytest.raises(InputRefused) as refused:
        open_instansi(actor=system, **{"code": "lain", **WHERE, field: wrong})
    assert refused.value.field == field
    assert Instansi.objects.count() == 1


def test_only_an_operator(person, kota):
    attempts = [
        (open_instansi, {"code": "lain", **WHERE}),
        (change_instansi, {"instansi": kota, **WHERE}),
        (enter_instansi, {"instansi": kota}),
    ]
    for verb, arguments in attempts:
        with pytest.raises(PermissionRefused):
            verb(actor=person, **arguments)
    assert tags(kota) == ["tenancy:instansi:open"]
