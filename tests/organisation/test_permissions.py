"""Who may do what, as a truth table over one small office.

instansi ── induk (KEC) ── seksi (KEC-1)          lain (DIS)
head assesses deputy, deputy assesses officer; the officer works in the seksi.
"""

from dataclasses import dataclass
from datetime import date

import pytest

from abdi.organisation import actions
from abdi.organisation.enums import PlacementKind, Role
from abdi.organisation.models import Employee, Unit
from abdi.organisation.permissions import (
    can_manage_organisation,
    can_see_employee,
    check_can_manage_organisation,
    check_can_see_employee,
)
from abdi.platform.accounts.models import User
from abdi.platform.errors import PermissionRefused
from tests.organisation.people import START, a_line, a_unit, an_account, an_employee

TODAY = date(2026, 3, 1)
TRUSTED = ("admin", "pengelola_kinerja", "pimpinan")


@dataclass
class Office:
    system: User
    units: dict[str, Unit]
    officer: Employee
    deputy: Employee
    users: dict[str, User]


@pytest.fixture
def office(instansi, system):
    parent = a_unit(system, "KEC")
    units = {"induk": parent, "seksi": a_unit(system, "KEC-1", parent), "lain": a_unit(system, "DIS")}
    head, deputy, officer, colleague = (
        an_employee(system, number, units[unit])
        for number, unit in enumerate(["induk", "induk", "seksi", "seksi"])
    )
    a_line(system, deputy, head)
    a_line(system, officer, deputy)
    users = {
        "head": an_account(system, head, "head"),
        "deputy": an_account(system, deputy, "deputy"),
        "officer": an_account(system, officer, "officer"),
        "colleague": an_account(system, colleague, "colleague"),
        "system": system,
        "operator": User.objects.create(username="operator", is_superuser=True),
    }
    for role in Role:
        for name, unit in {**units, "instansi": None}.items():
            user = User.objects.create(username=f"{role}@{name}", instansi=instansi)
            actions.grant_role(actor=system, user=user, role=role, unit=unit, valid_from=START)
            users[user.username] = user
    return Office(system, units, officer, deputy, users)


@pytest.mark.parametrize(
    ("who", "induk", "seksi", "lain", "whole"),
    [
        ("system", True, True, True, True),
        ("operator", True, True, True, True),
        ("admin@instansi", True, True, True, True),
        ("admin@induk", True, True, False, False),
        ("admin@seksi", False, True, False, False),
        ("admin@lain", False, False, True, False),
        ("pengelola_kinerja@instansi", False, False, False, False),
        ("pimpinan@instansi", False, False, False, False),
        ("petugas@instansi", False, False, False, False),
        ("head", False, False, False, False),
    ],
)
def test_who_manages_what(office, who, induk, seksi, lain, whole):
    units = {**office.units, "instansi": None}
    allowed = {name: can_manage_organisation(office.users[who], unit, TODAY) for name, unit in units.items()}
    assert allowed == {"induk": induk, "seksi": seksi, "lain": lain, "instansi": whole}
    for name, unit in units.items():
        if not allowed[name]:
            with pytest.raises(PermissionRefused, match="Hanya admin"):
                check_can_manage_organisation(office.users[who], unit, TODAY)


@pytest.mark.parametrize(
    ("who", "sees"),
    [
        ("officer", True),
        ("deputy", True),
        ("head", True),
        ("colleague", False),
        ("system", True),
        ("operator", True),
        *[(f"{role}@{unit}", True) for role in TRUSTED for unit in ("instansi", "induk", "seksi")],
        *[(f"{role}@lain", False) for role in TRUSTED],
        *[(f"petugas@{unit}", False) for unit in ("instansi", "induk", "seksi", "lain")],
    ],
)
def test_who_sees_the_officer(office, who, sees):
    assert can_see_employee(office.users[who], office.officer, TODAY) is sees
    if not sees:
        with pytest.raises(PermissionRefused, match="hanya dapat dibuka"):
            check_can_see_employee(office.users[who], office.officer, TODAY)


def test_nobody_sees_upwards(office):
    assert not can_see_employee(office.users["officer"], office.deputy, TODAY)


def test_a_role_that_has_ended_opens_nothing(office):
    admin = office.users["admin@seksi"]
    actions.end_role(actor=office.system, grant=admin.role_grants.get(), last_day=date(2026, 2, 28))
    assert can_manage_organisation(admin, office.units["seksi"], date(2026, 2, 28))
    assert not can_manage_organisation(admin, office.units["seksi"], TODAY)


def test_a_stand_in_sees_while_he_stands_in(office):
    colleague = Employee.objects.get(user=office.users["colleague"])
    a_line(office.system, office.officer, colleague, TODAY, valid_until=TODAY, kind=PlacementKind.PLH)
    assert can_see_employee(office.users["colleague"], office.officer, TODAY)
    assert not can_see_employee(office.users["colleague"], office.officer, date(2026, 3, 2))


def test_without_a_placement_only_the_whole_instansi_counts(office):
    nobody = an_employee(office.system, 9)
    assert can_see_employee(office.users["admin@instansi"], nobody, TODAY)
    assert not can_see_employee(office.users["admin@induk"], nobody, TODAY)
