"""Handing out sign-ins: a password for one use, and who may touch whose."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from abdi.organisation import actions
from abdi.organisation.enums import Role
from abdi.platform.audit.models import AuditEntry
from abdi.platform.errors import PermissionRefused, PolicyRefused
from tests.organisation.people import START, a_unit, an_account, an_employee, nip
from tests.strict import StrictClient

OWN = "kata-sandi pilihan sendiri 8"


@pytest.fixture
def unit(instansi, system):
    return a_unit(system)


@pytest.fixture
def person(unit, system):
    return an_employee(system, 1, unit)


@pytest.fixture
def unit_admin(unit, system):
    user = an_account(system, an_employee(system, 2, unit), "juru")
    actions.grant_role(actor=system, user=user, role=Role.ADMIN, unit=unit, valid_from=START)
    return user


def signed_in(handover):
    client = StrictClient()
    client.post("/akun/login/", {"login": handover.account.username, "password": handover.password})
    return client


def change(client, old, new):
    return client.post("/akun/password/change/", {"oldpassword": old, "password1": new, "password2": new})


def test_a_new_account_is_handed_over_with_a_password_for_one_use(person, unit_admin):
    given = actions.give_account(actor=unit_admin, employee=person)
    assert (given.account.username, given.account.must_change_password) == (nip(1), True)
    assert given.account.check_password(given.password)
    assert given.password not in repr(given)
    assert given.password not in json.dumps(list(AuditEntry.objects.values_list("data", flat=True)))


def test_nothing_opens_before_an_own_password_is_chosen(person, unit_admin):
    given = actions.give_account(actor=unit_admin, employee=person)
    client = signed_in(given)
    assert client.get("/kerja/").url == "/akun/password/change/"
    assert "Sandi ini sekali pakai" in client.get("/akun/password/change/").content.decode()
    assert "sekali pakai tadi" in change(client, given.password, given.password).content.decode()
    assert change(client, given.password, OWN).url == "/"
    assert client.get("/kerja/").status_code == 200


def test_whoever_lost_the_password_is_helped_and_signed_out(person, unit_admin):
    client = signed_in(first := actions.give_account(actor=unit_admin, employee=person))
    change(client, first.password, OWN)
    second = actions.give_password(actor=unit_admin, employee=person)
    assert client.get("/kerja/").url.startswith("/akun/login/")
    assert signed_in(second).get("/kerja/").url == "/akun/password/change/"


def test_a_locked_account_is_out_until_it_is_unlocked(person, unit_admin):
    client = signed_in(given := actions.give_account(actor=unit_admin, employee=person))
    actions.lock_sign_in(actor=unit_admin, employee=person)
    assert client.get("/kerja/").url.startswith("/akun/login/")
    assert "_auth_user_id" not in signed_in(given).session
    actions.unlock_sign_in(actor=unit_admin, employee=person)
    assert "_auth_user_id" in signed_in(given).session


def test_nobody_reaches_beyond_his_trust_through_anothers_password(person, unit_admin, system):
    account = an_account(system, person, "pusat")
    actions.grant_role(
        actor=system, user=account, role=Role.ADMIN, valid_from=timezone.localdate() + timedelta(days=1)
    )
    for verb in (actions.give_password, actions.lock_sign_in, actions.unlock_sign_in):
        with pytest.raises(PermissionRefused):
            verb(actor=unit_admin, employee=person)
    assert actions.give_password(actor=system, employee=person).account == account


def test_nobody_locks_himself_out(unit_admin):
    with pytest.raises(PolicyRefused, match="Akun sendiri"):
        actions.lock_sign_in(actor=unit_admin, employee=unit_admin.employee)


def test_without_an_account_there_is_nothing_to_lock(person, unit_admin):
    for verb in (actions.give_password, actions.lock_sign_in):
        with pytest.raises(PolicyRefused, match="belum mempunyai akun"):
            verb(actor=unit_admin, employee=person)
