"""What is done to accounts, by whom."""

import json

import pytest

from abdi.platform.accounts.actions import change_language, create_operator, set_password_by_admin
from abdi.platform.accounts.models import User, system_user
from abdi.platform.accounts.permissions import can_manage_account
from abdi.platform.accounts.policies import can_password_be_set
from abdi.platform.audit.models import AuditEntry
from abdi.platform.errors import InputRefused, PermissionRefused, PolicyRefused
from tests.platform.conftest import PASSWORD

NEW = "kata-sandi baru yang panjang 8"


def test_a_helped_person_signs_in_anew(client, plain_static_files, person, operator):
    client.force_login(person)
    set_password_by_admin(actor=operator, account=person, password=NEW)
    person.refresh_from_db()
    assert person.check_password(NEW)
    assert not client.get("/akun/password/change/").wsgi_request.user.is_authenticated
    entry = AuditEntry.objects.get(tag="accounts:password:set_by_admin")
    assert (entry.actor, entry.subject_id) == (operator, str(person.pk))
    assert NEW not in json.dumps(entry.data)


@pytest.mark.parametrize("password", ["singkat", "123456789012345", "password1234", "rina rina rina"])
def test_a_weak_password_is_refused(person, operator, password):
    person.username = "rina rina"
    with pytest.raises(InputRefused) as refused:
        set_password_by_admin(actor=operator, account=person, password=password)
    assert refused.value.field == "password"
    assert password not in refused.value.message
    person.refresh_from_db()
    assert person.check_password(PASSWORD)


def test_colleagues_do_not_manage_each_other(person, operator):
    assert can_manage_account(operator, person)
    assert not can_manage_account(person, operator)
    with pytest.raises(PermissionRefused):
        set_password_by_admin(actor=person, account=operator, password=NEW)


def test_the_permit_of_a_higher_floor_does_not_reach_operators_or_the_system(person, operator):
    def everybody(actor, account):
        pass

    set_password_by_admin(actor=person, account=person, password=NEW, permit=everybody)
    with pytest.raises(PolicyRefused):
        set_password_by_admin(actor=person, account=operator, password=NEW, permit=everybody)
    with pytest.raises(PolicyRefused):
        set_password_by_admin(actor=operator, account=system_user(), password=NEW)
    assert can_password_be_set(operator, person)
    assert not can_password_be_set(person, operator)


def test_the_language_of_a_person(person):
    change_language(actor=person, language="en")
    assert User.objects.get(pk=person.pk).language == "en"
    with pytest.raises(InputRefused):
        change_language(actor=person, language="xx")


def test_an_operator(db):
    one = create_operator(actor=system_user(), username=" joko ", password=NEW, name="Joko Seumpama")
    assert one.is_operator
    assert one.instansi is None
    assert one.check_password(NEW)
    with pytest.raises(InputRefused):
        create_operator(actor=system_user(), username="joko", password=NEW)
    with pytest.raises(InputRefused):
        create_operator(actor=system_user(), username="", password=NEW)
    assert AuditEntry.objects.get().tag == "accounts:operator:create"


def test_only_an_operator_makes_operators(person):
    with pytest.raises(PermissionRefused):
        create_operator(actor=person, username="joko", password=NEW)
