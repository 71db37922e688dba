"""Indonesian first, English one click away."""

import pytest

from abdi.platform.accounts.models import User


def test_the_browser_is_not_asked(client, db):
    page = client.get("/", headers={"accept-language": "en"})
    assert '<html lang="id">' in page.content.decode()
    assert page["Content-Language"] == "id"


def test_one_click_to_english_and_back(client, db):
    answer = client.post("/bahasa/", {"language": "en", "next": "/dasar-hukum/"})
    assert answer.url == "/dasar-hukum/"
    page = client.get("/").content.decode()
    assert '<html lang="en">' in page
    assert "What brings you here today?" in page
    client.post("/bahasa/", {"language": "id"})
    assert "Mau mengurus apa hari ini?" in client.get("/").content.decode()


def test_the_choice_stays_with_the_account(client, instansi):
    rina = User.objects.create_user("rina", name="Rina Misal", instansi=instansi)
    client.force_login(rina)
    client.post("/bahasa/", {"language": "en"})
    rina.refresh_from_db()
    assert rina.language == "en"
    del client.cookies["django_language"]
    assert '<html lang="en">' in client.get("/akun/2fa/").content.decode()


@pytest.mark.parametrize("language", ["fr", "", "../en"])
def test_an_unknown_language_changes_nothing(client, db, language):
    client.post("/bahasa/", {"language": language})
    assert '<html lang="id">' in client.get("/").content.decode()


def test_only_own_addresses_are_followed(client, db):
    assert client.post("/bahasa/", {"language": "en", "next": "https://example.org/"}).url == "/"
