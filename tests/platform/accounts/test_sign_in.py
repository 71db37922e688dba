"""Signing in as people do: password, lock-out, a second factor, recovery codes, a passkey."""

import json
import re
import time

import pytest
from allauth.account.models import EmailAddress
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.models import Authenticator
from django.core.cache import cache
from django.urls import reverse

from abdi.platform.accounts.models import User, system_user
from abdi.platform.audit.models import AuditEntry
from tests.platform.accounts.devices import SecurityKey, from_websafe, totp
from tests.platform.conftest import PASSWORD

pytestmark = pytest.mark.usefixtures("plain_static_files")

LOGIN = "/akun/login/"


@pytest.fixture(autouse=True)
def fresh_rate_limits():
    cache.clear()


@pytest.fixture
def sign_in(client, person):
    def sign_in(password=PASSWORD, username="rina"):
        return client.post(LOGIN, {"login": username, "password": password})

    return sign_in


def is_signed_in(client) -> bool:
    return "_auth_user_id" in client.session


def challenge_of(options: dict) -> bytes:
    return from_websafe(options["publicKey"]["challenge"])


def handle_of(person) -> bytes:
    """What the server named the person when the key was registered."""
    return user_pk_to_url_str(person).encode()


def tags():
    return list(AuditEntry.objects.order_by("pk").values_list("tag", flat=True))


def changes():
    """What the trail of Rina's instansi holds about how she signs in, as her own doing."""
    rows = AuditEntry.objects.filter(chain="kab-contoh", actor__username="rina").order_by("pk")
    about = rows.exclude(tag__startswith="accounts:user:")
    assert "example.test" not in json.dumps(list(about.values_list("data", flat=True)))
    return list(about.values_list("tag", "data"))


def test_a_changed_password_leaves_its_trail(client, sign_in):
    sign_in()
    new = "sandi lain yang panjang 8"
    changed = client.post(
        reverse("account_change_password"), {"oldpassword": PASSWORD, "password1": new, "password2": new}
    )
    assert changed.status_code == 302, changed.content.decode()
    assert changes() == [("accounts:password:change", {})]


def test_a_password_reset_by_letter_leaves_its_trail(client, person, mailoutbox):
    client.post(reverse("account_reset_password"), {"email": person.email})
    address = re.search(r"/akun/\S+", mailoutbox[0].body)[0]
    form = client.get(address, follow=True)
    new = "sandi lain yang panjang 8"
    client.post(form.request["PATH_INFO"], {"password1": new, "password2": new})
    assert changes() == [("accounts:password:reset", {})]
    assert User.objects.get(pk=person.pk).check_password(new)


def test_changed_addresses_leave_their_trail(client, sign_in, person):
    EmailAddress.objects.create(user=person, email=person.email, primary=True, verified=True)
    sign_in()
    client.get(reverse("account_email"))
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    new = "rina.misal@example.test"
    client.post(reverse("account_email"), {"action_add": "", "email": new})
    EmailAddress.objects.filter(email=new).update(verified=True)
    client.post(reverse("account_email"), {"action_primary": "", "email": new})
    client.post(reverse("account_email"), {"action_remove": "", "email": person.email})
    assert [tag for tag, _data in changes()] == [
        "accounts:email:add",
        "accounts:email:change",
        "accounts:email:remove",
    ]


def test_a_second_factor_leaves_its_trail_on_and_off(
    client, sign_in, with_totp, django_capture_on_commit_callbacks
):
    sign_in()
    client.post(reverse("mfa_authenticate"), {"code": totp(with_totp, time.time())})
    client.get(reverse("mfa_deactivate_totp"))
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("mfa_generate_recovery_codes"))
        client.post(reverse("mfa_deactivate_totp"))
    told = [(tag.rpartition(":")[2], data["type"]) for tag, data in changes()]
    assert told == [
        ("add", "totp"),
        ("add", "recovery_codes"),
        ("remove", "totp"),
        ("remove", "recovery_codes"),
        ("reset", "recovery_codes"),  # told on commit, which here comes after both
    ]


def test_signing_in_and_out_leaves_its_trail(client, sign_in, person, instansi):
    response = sign_in()
    assert response.status_code == 302
    assert is_signed_in(client)
    client.post("/akun/logout/")
    assert not is_signed_in(client)
    assert tags() == ["accounts:user:sign_in", "accounts:user:sign_out"]
    assert set(AuditEntry.objects.values_list("chain", flat=True)) == {instansi.code}


def test_a_wrong_password_is_recorded_for_known_accounts_only(client, sign_in, person):
    assert sign_in("salah sekali").status_code == 200
    sign_in("salah sekali", username="kata-sandi-yang-terketik-di-sini")
    entry = AuditEntry.objects.get()
    assert (entry.tag, entry.actor, entry.subject_id) == (
        "accounts:user:sign_in_failed",
        system_user(),
        str(person.pk),
    )
    assert "salah" not in json.dumps(entry.data)


def test_the_eighth_failure_locks_the_device_out(client, sign_in):
    for _ in range(7):
        assert sign_in("salah sekali").status_code == 200
    assert sign_in("salah sekali").status_code == 429
    locked = sign_in()
    assert locked.status_code == 429
    assert "15" in locked.content.decode()
    assert not is_signed_in(client)


def test_a_lock_out_is_not_the_person_s(client, sign_in, person):
    """From another desk the same person still signs in."""
    for _ in range(9):
        sign_in("salah sekali")
    elsewhere = {"login": "rina", "password": PASSWORD}
    assert client.post(LOGIN, elsewhere, REMOTE_ADDR="10.0.0.9").status_code == 302
    assert is_signed_in(client)


def test_success_forgets_earlier_failures(client, sign_in):
    for _ in range(2):
        for _ in range(7):
            sign_in("salah sekali")
        assert sign_in().status_code == 302
        client.post("/akun/logout/")


def test_nobody_signs_up(client, person):
    assert User.objects.count() == 1
    signup = {"username": "tamu", "password1": PASSWORD, "password2": PASSWORD}
    client.post(reverse("account_signup"), signup)
    assert not User.objects.filter(username="tamu").exists()


def test_nobody_signs_in_as_the_system(client, sign_in):
    system_user()
    for password in ("", "!"):
        sign_in(password, username="sistem")
    assert not is_signed_in(client)


def type_password_again(client):
    """Asked of everybody before a second factor is added or removed."""
    assert client.get(reverse("mfa_activate_totp")).status_code == 302
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})


@pytest.fixture
def with_totp(client, sign_in, person, settings, django_capture_on_commit_callbacks):
    """Rina, whose address nobody verified, has an authenticator app; returns its secret. She is signed out."""
    settings.MFA_TOTP_TOLERANCE = 1  # half a minute may end between a code and its check
    EmailAddress.objects.create(user=person, email=person.email, verified=False)
    sign_in()
    type_password_again(client)
    client.get(reverse("mfa_activate_totp"))
    secret = client.session["mfa.totp.secret"]
    with django_capture_on_commit_callbacks(execute=True):
        response = client.post(reverse("mfa_activate_totp"), {"code": totp(secret, time.time())})
    assert response.status_code == 302, response.content.decode()
    client.post("/akun/logout/")
    cache.clear()  # where the code just used, and the tries, are remembered
    return secret


def test_a_second_factor_is_asked_for(client, sign_in, with_totp):
    response = sign_in()
    assert response.url == reverse("mfa_authenticate")
    assert not is_signed_in(client)
    client.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert not is_signed_in(client)
    client.post(reverse("mfa_authenticate"), {"code": totp(with_totp, time.time())})
    assert is_signed_in(client)


def test_second_factors_cannot_be_guessed(client, sign_in, with_totp):
    """After five wrong codes even the right one, which the test above shows to be accepted, is not heard."""
    sign_in()
    for _ in range(5):
        client.post(reverse("mfa_authenticate"), {"code": "000000"})
    client.post(reverse("mfa_authenticate"), {"code": totp(with_totp, time.time())})
    assert not is_signed_in(client)


def test_a_recovery_code_works_once(client, sign_in, with_totp, person):
    codes = Authenticator.objects.get(user=person, type="recovery_codes").wrap().get_unused_codes()
    for expected in (True, False):
        sign_in()
        client.post(reverse("mfa_authenticate"), {"code": codes[0]})
        assert is_signed_in(client) is expected
        client.post("/akun/logout/")


def test_a_passkey_signs_in_alone(client, sign_in, person):
    key = SecurityKey()
    sign_in()
    type_password_again(client)
    options = client.get(reverse("mfa_add_webauthn")).context["js_data"]["creation_options"]
    credential = key.register(challenge_of(options))
    added = client.post(
        reverse("mfa_add_webauthn"),
        {"name": "Kunci Rina", "passwordless": "on", "credential": json.dumps(credential)},
    )
    assert added.status_code == 302, added.content.decode()
    assert changes() == [("accounts:authenticator:add", {"type": "webauthn"})]
    client.post("/akun/logout/")

    ajax = {"x-requested-with": "XMLHttpRequest"}
    options = client.get(reverse("mfa_login_webauthn"), headers=ajax).json()["request_options"]
    answer = key.sign(challenge_of(options), handle_of(person))
    client.post(reverse("mfa_login_webauthn"), {"credential": json.dumps(answer)})
    assert client.session["_auth_user_id"] == str(person.pk)


def test_a_stranger_s_passkey_does_not(client, person):
    key, ajax = SecurityKey(), {"x-requested-with": "XMLHttpRequest"}
    options = client.get(reverse("mfa_login_webauthn"), headers=ajax).json()["request_options"]
    answer = key.sign(challenge_of(options), handle_of(person))
    client.post(reverse("mfa_login_webauthn"), {"credential": json.dumps(answer)})
    assert not is_signed_in(client)
