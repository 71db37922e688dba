"""Personal data that the database itself must not be able to read.

Keys come from the environment or are made at first start (`ABDI_HOME/keys/personal_data`); several, separated by
commas, let an old one go on opening what it closed while the first closes everything new (key rotation).
"""

import base64
import hashlib
import hmac
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.db import models

if TYPE_CHECKING:
    Text = models.TextField[str, str]
else:
    Text = models.TextField  # Django's own classes take no type arguments at run time


class EncryptedTextField(Text):
    """Text kept as AES-128-CBC with HMAC-SHA256 (Fernet). It cannot be searched: see `keyed_digest`."""

    def get_prep_value(self, value: Any) -> Any:
        text = super().get_prep_value(value)
        return text if text in (None, "") else _box().encrypt(text.encode()).decode()

    def from_db_value(self, value: str | None, *_: object) -> str | None:
        return value if value in (None, "") else _box().decrypt(value.encode()).decode()


def keyed_digest(text: str) -> str:
    """64 hexadecimal digits by which equal texts are found, and which nobody without the key can try out.

    A plain SHA-256 of a NIK falls to trying all of them; HMAC (RFC 2104) does not.
    """
    key = settings.PERSONAL_DATA_KEY.split(",")[-1]  # the oldest: digests made under it must still be found
    return hmac.new(key.encode(), text.encode(), hashlib.sha256).hexdigest()


def _box() -> MultiFernet:
    return _boxes(settings.PERSONAL_DATA_KEY)


@lru_cache(maxsize=4)
def _boxes(keys: str) -> MultiFernet:
    return MultiFernet([Fernet(_fernet_key(key)) for key in keys.split(",")])


def _fernet_key(secret: str) -> bytes:
    return base64.urlsafe_b64encode(hashlib.sha256(secret.encode()).digest())
