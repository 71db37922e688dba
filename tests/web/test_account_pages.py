"""Signing in and looking after one's account, in the kit."""

import pytest

from abdi.platform.accounts.models import User
from tests.browser import assert_accessible, assert_fits, shot, sign_in
from tests.cast import PASSWORD

SIGNED_IN = [
    "/akun/2fa/",
    "/akun/2fa/totp/activate/",
    "/akun/2fa/webauthn/",
    "/akun/2fa/webauthn/add/",
    "/akun/password/change/",
    "/akun/logout/",
]


@pytest.fixture
def rina(instansi):
    return User.objects.create_user(
        "rina", "rina@example.test", PASSWORD, name="Rina Misal", instansi=instansi
    )


def test_login_stands_in_the_shell_and_keeps_what_was_typed(client, rina):
    page = client.post("/akun/login/", {"login": "rina", "password": "salah"}).content.decode()
    assert 'value="rina"' in page
    assert 'role="alert"' in page
    assert "Warga tidak perlu akun." in page
    assert "daftar" not in page.lower()  # nobody signs up


def test_after_too_many_tries_the_page_says_how_long(client, rina, settings):
    for _ in range(settings.AXES_FAILURE_LIMIT):
        answer = client.post("/akun/login/", {"login": "rina", "password": "salah"})
    page = answer.content.decode()
    assert answer.status_code == 429
    assert "Tunggu 15\u00a0menit lalu coba lagi" in page


@pytest.mark.parametrize("address", SIGNED_IN)
def test_account_pages_stand_in_the_work_shell(client, rina, address):
    client.post("/akun/login/", {"login": "rina", "password": PASSWORD})
    client.post("/akun/reauthenticate/", {"password": PASSWORD})
    page = client.get(address).content.decode()
    assert '<body class="work">' in page
    assert "Masuk dua langkah" in page


def test_what_protects_the_account_asks_for_the_password_again(client, rina):
    client.post("/akun/login/", {"login": "rina", "password": PASSWORD})
    page = client.get("/akun/2fa/totp/activate/", follow=True).content.decode()
    assert 'name="password"' in page
    assert '<div class="narrow stack">' in page


@pytest.mark.browser
def test_account_pages_in_a_real_browser(site, phone):
    sign_in(phone, site, "tamu", PASSWORD)
    phone.goto(f"{site.url}/akun/reauthenticate/")
    phone.fill("#id_password", PASSWORD)
    phone.click("main button")
    for address in SIGNED_IN:
        phone.goto(site.url + address)
        assert_accessible(phone)
        assert_fits(phone)
        shot(phone, "akun" + address.removeprefix("/akun").replace("/", "-").rstrip("-"))
