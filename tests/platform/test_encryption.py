"""What is personal cannot be read from the database, and a lost key does not take yesterday with it."""

from uuid import uuid4

import pytest
from cryptography.fernet import InvalidToken
from django.db import connection

from abdi.platform.encryption import EncryptedTextField, keyed_digest
from abdi.platform.followers.models import Follower

ADDRESS = "rina@contoh.example"


@pytest.fixture
def follower(instansi):
    return Follower.objects.create(subject_type="queue.ticket", subject_uid=uuid4(), email=ADDRESS)


def stored() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT email FROM followers_follower")
        return cursor.fetchone()[0]


def test_the_database_holds_no_word_of_it(follower):
    assert "rina" not in stored()
    assert "contoh" not in stored()
    assert Follower.objects.get().email == ADDRESS


def test_one_text_is_closed_differently_each_time():
    field = EncryptedTextField()
    assert field.get_prep_value(ADDRESS) != field.get_prep_value(ADDRESS)


def test_nothing_stays_nothing():
    assert [EncryptedTextField().get_prep_value(empty) for empty in ("", None)] == ["", None]


def test_a_new_key_still_opens_what_the_old_one_closed(follower, settings):
    settings.PERSONAL_DATA_KEY = f"baru,{settings.PERSONAL_DATA_KEY}"
    before = keyed_digest(ADDRESS)
    assert Follower.objects.get().email == ADDRESS
    assert keyed_digest(ADDRESS) == before


def test_another_key_opens_nothing(follower, settings):
    settings.PERSONAL_DATA_KEY = "lain"
    with pytest.raises(InvalidToken):
        Follower.objects.get()


def test_who_has_no_key_cannot_try_out_a_digest(settings):
    mine = keyed_digest("081200000000")
    settings.PERSONAL_DATA_KEY = "lain"
    assert keyed_digest("081200000000") != mine
