"""Codes people read from paper and type into a phone."""

from django.conf import settings
from django.utils.crypto import get_random_string

from abdi.platform.documents.seals import Seal
from abdi.platform.tenancy.scope import current_instansi

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # no 0 and O, no 1 and I
LENGTH = 10  # 32^10: nobody finds another's document by trying


def new_seal() -> Seal:
    """A fresh code and the public address that checks it."""
    code = get_random_string(LENGTH, ALPHABET)
    return Seal(code=code, address=f"{public_origin()}/periksa/{code}/")


def as_typed(text: str) -> str:
    """What somebody meant who typed small letters, blanks or dashes."""
    return "".join(letter for letter in text.upper() if letter.isalnum())


def public_origin() -> str:
    """Where the instansi's public pages are: its own host, else the first origin this installation trusts.

    Empty on a machine that has no name yet; the paper then says the path and the code.
    """
    host = current_instansi().host
    if host:
        return f"{'https' if settings.HTTPS else 'http'}://{host}"
    return next(iter(settings.CSRF_TRUSTED_ORIGINS), "")
