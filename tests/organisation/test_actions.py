"""Each verb: what it changes, the trail it leaves, and what it refuses."""

from datetime import date

import pytest
from django.db import connection

from abdi.organisation import actions
from abdi.organisation.enums import EmployeeStatus, JenisJabatan, PlacementKind, Role
from abdi.organisation.models import Employee, Layanan, Placement, ReportingLine, RoleGrant, Unit
from abdi.platform.accounts.models import User
from abdi.platform.audit.models import AuditEntry
from abdi.platform.audit.trail import verify
from abdi.platform.errors import InputRefused, PermissionRefused, PolicyRefused
from abdi.platform.tenancy.models import Instansi
from abdi.platform.tenancy.scope import instansi_scope
from tests.organisation.people import START, a_line, a_position, a_unit, an_account, an_employee, nip

JUNE = date(2026, 6, 1)
MAY_END = date(2026, 5, 31)


@pytest.fixture
def unit(instansi, system):
    return a_unit(system)


@pytest.fixture
def clerk(instansi):
    """Somebody with a sign-in and no role at all."""
    return User.objects.create(username="juru", instansi=instansi)


def last_tag():
    return AuditEntry.objects.order_by("pk").last().tag


def test_every_verb_leaves_its_row_in_the_trail(unit, system, instansi):
    head, officer = an_employee(system, 1, unit), an_employee(system, 2, unit)
    person = {"nip": nip(2), "name": "Dewi Umpama", "status": EmployeeStatus.PPPK}
    line = a_line(system, officer, head)
    user = an_account(system, officer, "dewi")
    grant = actions.grant_role(actor=system, user=user, role=Role.PETUGAS, unit=unit, valid_from=START)
    actions.end_role(actor=system, grant=grant, last_day=MAY_END)
    actions.end_reporting_line(actor=system, line=line, last_day=MAY_END)
    actions.end_placement(actor=system, placement=officer.placements.get(), last_day=MAY_END)
    actions.change_employee(actor=system, employee=officer, **person)
    actions.change_unit(actor=system, unit=unit, name="Kecamatan Umpama", parent=None)
    actions.create_layanan(actor=system, code="KTP", name="KTP-el", unit=unit, valid_from=START)
    assert list(AuditEntry.objects.filter(chain=instansi.code).order_by("sequence").values_list("tag", flat=True)) == [
        "organisation:unit:create",
        *["organisation:employee:create", "organisation:position:create", "organisation:placement:create"] * 2,
        "organisation:reporting_line:create",
        "organisation:account:create",
        "organisation:role:grant",
        "organisation:role:end",
        "organisation:reporting_line:end",
        "organisation:placement:end",
        "organisation:employee:change",
        "organisation:unit:change",
        "organisation:layanan:create",
    ]  # fmt: skip
    assert not list(verify())
    officer.refresh_from_db()
    assert (officer.name, officer.status, officer.user) == ("Dewi Umpama", "pppk", user)
    ended = [
        one.objects.get(pk=row.pk).valid_until for one, row in ((ReportingLine, line), (RoleGrant, grant))
    ]
    assert ended == [MAY_END, MAY_END]


def test_without_a_role_nothing_is_changed(unit, system, clerk):
    head, officer = an_employee(system, 1, unit), an_employee(system, 2, unit)
    position = a_position(system, unit)
    line, placement = a_line(system, officer, head), officer.placements.get()
    grant = actions.grant_role(actor=system, user=clerk, role=Role.PETUGAS, unit=unit, valid_from=START)
    person = {"nip": nip(3), "name": "X", "status": EmployeeStatus.PNS}
    attempts = [
        (actions.create_unit, {"code": "B", "name": "B", "valid_from": START}),
        (actions.change_unit, {"unit": unit, "name": "B", "parent": None}),
        (
            actions.create_position,
            {"unit": unit, "name": "B", "jenis": JenisJabatan.JPT, "valid_from": START},
        ),
        (actions.create_employee, {**person, "unit": unit}),
        (actions.change_employee, {**person, "employee": officer}),
        (actions.place_employee, {"employee": head, "position": position, "valid_from": START}),
        (actions.end_placement, {"placement": placement, "last_day": JUNE}),
        (actions.set_reporting_line, {"subordinate": head, "superior": officer, "valid_from": START}),
        (actions.end_reporting_line, {"line": line, "last_day": JUNE}),
        (actions.grant_role, {"user": clerk, "role": Role.ADMIN, "unit": unit, "valid_from": START}),
        (actions.end_role, {"grant": grant, "last_day": JUNE}),
        (actions.create_layanan, {"code": "B", "name": "B", "unit": unit, "valid_from": START}),
        (actions.create_account, {"employee": officer}),
        (actions.ensure_unit, {"code": "B"}),
        (actions.ensure_layanan, {"code": "B", "unit": unit}),
        (actions.ensure_placeholder_employee, {"external_key": "R9", "unit": unit}),
        (actions.ensure_instansi, {"code": "baru"}),
    ]
    before = AuditEntry.objects.count()
    for verb, arguments in attempts:
        with pytest.raises(PermissionRefused):
            verb(actor=clerk, **arguments)
    assert AuditEntry.objects.count() == before
    assert not Instansi.objects.filter(code="baru").exists()
    assert not Layanan.objects.exists()


def test_an_admin_of_a_unit_cannot_hand_out_more_than_he_has(unit, system, clerk):
    actions.grant_role(actor=system, user=clerk, role=Role.ADMIN, unit=unit, valid_from=START)
    actions.grant_role(actor=clerk, user=clerk, role=Role.PETUGAS, unit=unit, valid_from=START)
    with pytest.raises(PermissionRefused):
        actions.grant_role(actor=clerk, user=clerk, role=Role.ADMIN, valid_from=START)


@pytest.mark.parametrize("kind", [PlacementKind.PLT, PlacementKind.PLH])
def test_placements(unit, system, kind):
    person, position = an_employee(system, 1, unit), a_position(system, unit, "Camat")
    with pytest.raises(PolicyRefused, match=r"sudah menempati Operator layanan \(sejak 01-01-2024\)"):
        actions.place_employee(actor=system, employee=person, position=position, valid_from=JUNE)
    actions.place_employee(actor=system, employee=person, position=position, valid_from=JUNE, kind=kind)
    home = Placement.objects.get(kind=PlacementKind.DEFINITIF)
    with pytest.raises(InputRefused, match="sebelum tanggal mulai"):
        actions.end_placement(actor=system, placement=home, last_day=date(2023, 12, 31))
    actions.end_placement(actor=system, placement=home, last_day=MAY_END)
    with pytest.raises(PolicyRefused, match="Sudah berakhir pada 31-05-2026"):
        actions.end_placement(actor=system, placement=home, last_day=JUNE)
    actions.place_employee(actor=system, employee=person, position=position, valid_from=JUNE)


def test_lines(unit, system):
    first, second, third = (an_employee(system, number, unit) for number in range(3))
    a_line(system, first, second)
    with pytest.raises(PolicyRefused, match="sudah dinilai Pegawai Contoh 1"):
        a_line(system, first, third, JUNE)
    a_line(system, second, third)
    with pytest.raises(PolicyRefused, match="berputar: Pegawai Contoh 2 → Pegawai Contoh 0"):
        a_line(system, third, first)
    with pytest.raises(PolicyRefused, match="berputar"):
        a_line(system, third, first, kind=PlacementKind.PLH)
    with pytest.raises(PolicyRefused, match="dirinya sendiri"):
        a_line(system, third, third)


def test_a_swap_of_chairs_over_time_is_no_loop(unit, system):
    first, second = an_employee(system, 1, unit), an_employee(system, 2, unit)
    a_line(system, first, second, valid_until=MAY_END)
    a_line(system, second, first, JUNE)
    with pytest.raises(InputRefused, match="sebelum tanggal mulai"):
        a_line(system, first, second, JUNE, valid_until=MAY_END)


def test_the_unit_tree_does_not_loop(unit, system):
    section = a_unit(system, "KEC-01-A", unit)
    for parent in (section, unit):
        with pytest.raises(PolicyRefused, match="tidak dapat menjadi induknya"):
            actions.change_unit(actor=system, unit=unit, name=unit.name, parent=parent)


def test_a_role_is_granted_once(unit, system, clerk):
    grant = {"actor": system, "user": clerk, "role": Role.ADMIN, "valid_from": START}
    actions.grant_role(**grant)
    with pytest.raises(PolicyRefused, match="sudah memegang peran Admin instansi"):
        actions.grant_role(**grant)
    actions.grant_role(**grant, unit=unit)


def test_a_wrong_nip_is_refused_with_every_error(unit, system):
    with pytest.raises(InputRefused, match="19861326") as refusal:
        actions.create_employee(actor=system, nip="198613262015051000", name="X", status=EmployeeStatus.PNS)
    assert refusal.value.field == "nip"
    assert refusal.value.message.count(".") > 1
    assert not Employee.objects.exists()


def test_what_the_model_refuses_is_one_sentence(unit, system):
    with pytest.raises(InputRefused, match="Kode unit kerja ini sudah dipakai"):
        a_unit(system)


def test_accounts(unit, system, instansi):
    person = an_employee(system, 1, unit)
    with pytest.raises(InputRefused) as refusal:
        actions.create_account(actor=system, employee=person, password="12345")
    assert refusal.value.field == "password"
    user = actions.create_account(actor=system, employee=person)
    assert (user.username, user.instansi, user.has_usable_password()) == (nip(1), instansi, False)
    with pytest.raises(PolicyRefused, match="sudah mempunyai akun"):
        actions.create_account(actor=system, employee=person)
    officer = actions.ensure_placeholder_employee(actor=system, external_key="Resource21", unit=unit)
    with pytest.raises(InputRefused, match="tanpa NIP"):
        actions.create_account(actor=system, employee=officer)
    with pytest.raises(InputRefused, match="sudah dipakai"):
        actions.create_account(actor=system, employee=officer, username=nip(1))


def test_placeholders_are_made_once_and_then_found(system, db):
    instansi = actions.ensure_instansi(actor=system, code="kota-umpama", timezone="Asia/Makassar")
    assert actions.ensure_instansi(actor=system, code="kota-umpama") == instansi
    assert (instansi.is_incomplete, instansi.timezone) == (True, "Asia/Makassar")
    with instansi_scope(instansi):
        unit = actions.ensure_unit(actor=system, code="BAG")
        layanan = actions.ensure_layanan(actor=system, code="IMB", unit=unit)
        officer = actions.ensure_placeholder_employee(actor=system, external_key="R1", unit=unit)
        rows = AuditEntry.objects.count()
        assert actions.ensure_unit(actor=system, code="BAG", name="Lain") == unit
        assert actions.ensure_layanan(actor=system, code="IMB", unit=unit) == layanan
        assert actions.ensure_placeholder_employee(actor=system, external_key="R1", unit=unit) == officer
        assert AuditEntry.objects.count() == rows
        assert officer.placements.get().position.unit == unit
        actions.change_employee(
            actor=system, employee=officer, nip=nip(1), name="Sari Contoh", status=EmployeeStatus.PNS
        )
        assert not Employee.objects.get().is_incomplete


def test_an_unknown_zone_is_refused(system, db):
    with pytest.raises(InputRefused, match="Zona waktu"):
        actions.ensure_instansi(actor=system, code="kota-umpama", timezone="Asia/Singapore")


def test_rows_of_another_instansi_are_refused(unit, system, clerk):
    elsewhere = Instansi.objects.create(code="kota-umpama", name="Kota Umpama")
    with instansi_scope(elsewhere):
        with pytest.raises(PolicyRefused, match="bukan milik instansi ini"):
            a_unit(system, "B", unit)
        with pytest.raises(PolicyRefused, match="Akun juru bukan milik"):
            actions.grant_role(actor=system, user=clerk, role=Role.ADMIN, valid_from=START)
        assert not Unit.objects.exists()


def test_changes_queue_on_the_instansi(system, db):
    """On PostgreSQL the lock is a row lock that other references to the instansi do not feel."""
    instansi = actions.ensure_instansi(actor=system, code="kota-umpama")
    with instansi_scope(instansi), connection.execute_wrapper(seen := Seen()):
        actions.ensure_unit(actor=system, code="BAG")
    locks = [sql for sql in seen.statements if "FOR NO KEY UPDATE" in sql]
    assert len(locks) == (1 if connection.vendor == "postgresql" else 0)


class Seen:
    def __init__(self):
        self.statements = []

    def __call__(self, execute, sql, params, many, context):
        self.statements.append(sql)
        return execute(sql, params, many, context)
