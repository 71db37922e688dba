"""The key by which push services know this installation (RFC 8292)."""

import base64
import hashlib
import time
from functools import lru_cache
from urllib.parse import urlsplit

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.conf import settings

from abdi.platform.verification.codes import public_origin

CURVE = ec.SECP256R1()
HOURS = 12 * 3600  # RFC 8292 section 2: not more than 24


def public_key() -> str:
    """What a browser subscribes with: the uncompressed point, base64url."""
    point = _key().public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    return base64.urlsafe_b64encode(point).rstrip(b"=").decode()


def authorization(endpoint: str) -> dict[str, str]:
    """The headers that prove to the service of `endpoint` who writes; one service cannot use them at another."""
    from py_vapid import Vapid02  # only a worker that delivers needs it, and it is slow to load

    address = urlsplit(endpoint)
    claims = {
        "aud": f"{address.scheme}://{address.netloc}",
        "exp": int(time.time()) + HOURS,
        "sub": _contact(),
    }
    headers: dict[str, str] = Vapid02(private_key=_key()).sign(claims)
    return headers


def _contact() -> str:
    origin = public_origin()
    return origin if origin.startswith("https:") else f"mailto:{settings.DEFAULT_FROM_EMAIL}"


def _key() -> ec.EllipticCurvePrivateKey:
    return _derived(settings.VAPID_SECRET)


@lru_cache(maxsize=2)
def _derived(secret: str) -> ec.EllipticCurvePrivateKey:
    """From 512 bits, so that no key is likelier than another (FIPS 186-5, A.2.1)."""
    number = int.from_bytes(hashlib.sha512(secret.encode()).digest())
    return ec.derive_private_key(number % (CURVE.group_order - 1) + 1, CURVE)
