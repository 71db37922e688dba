"""What counts as an address: of a letter, of a browser."""

import base64
import binascii
import json
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from cryptography.hazmat.primitives.asymmetric import ec
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from abdi.platform.encryption import keyed_digest
from abdi.platform.errors import InputRefused
from abdi.platform.followers.vapid import CURVE
from abdi.platform.json_text import read_json

LONGEST = 2000  # letters of an endpoint; today's services stay below 600
AUTH_BYTES = 16  # RFC 8291 section 3.2


def read_email(typed: str) -> str:
    """The address in small letters. Raises InputRefused."""
    email = typed.strip().lower()
    try:
        validate_email(email)
    except ValidationError as error:
        raise InputRefused(
            _("Alamat surel ini tidak dapat dipakai; periksa ketikannya, misalnya nama@contoh.id."),
            field="email",
        ) from error
    return email


def digest_of_email(email: str) -> str:
    """What an address is found by, as `read_email` gives it; one for all, so that all forget it together."""
    return keyed_digest(f"email:{email}")


def read_subscription(given: str) -> str:
    """A browser's subscription (Push API) reduced to what is needed, as JSON. Raises InputRefused."""
    try:
        told = read_json(given)
        endpoint, p256dh, auth = told["endpoint"], told["keys"]["p256dh"], told["keys"]["auth"]
        ec.EllipticCurvePublicKey.from_encoded_point(CURVE, _bytes(p256dh))
        is_whole = len(_bytes(auth)) == AUTH_BYTES and 0 < len(endpoint) <= LONGEST
    except (ValueError, TypeError, KeyError, AttributeError, InputRefused):
        is_whole = False
    if not is_whole:
        raise InputRefused(
            _("Peramban ini tidak mengirim langganan yang dapat dipakai; muat ulang halaman lalu coba lagi."),
            field="push",
        )
    check_service(endpoint)
    return json.dumps({"endpoint": endpoint, "keys": {"p256dh": p256dh, "auth": auth}})


def check_service(endpoint: str) -> None:
    """We write only to services on the public internet, by HTTPS: an endpoint is chosen by a stranger, and must not
    lead us to a machine of our own network. Raises InputRefused. What a name stands for is asked when we write."""
    if not (is_trusted(endpoint) or _is_public(endpoint)):
        raise InputRefused(
            _("Layanan kabar peramban ini tidak dapat dihubungi dengan aman; pakai surel saja."), field="push"
        )


def is_trusted(endpoint: str) -> bool:
    """One of the services this installation names itself (ABDI_PUSH_ORIGINS)."""
    address = urlsplit(endpoint)
    return f"{address.scheme}://{address.netloc}" in settings.PUSH_ORIGINS


def _is_public(endpoint: str) -> bool:
    try:
        address = urlsplit(endpoint)
        host, port = address.hostname or "", address.port
    except ValueError:
        return False
    if address.scheme != "https" or address.username is not None or port not in (None, 443):
        return False
    return is_public_ip(host) if _is_ip(host) else "." in host.strip(".")


def is_public_ip(host: str) -> bool:
    ip = ip_address(host)
    mapped = getattr(ip, "ipv4_mapped", None)
    return (mapped or ip).is_global and not ip.is_multicast


def _is_ip(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _bytes(text: Any) -> bytes:
    """base64url without its padding; what does not belong to it is refused."""
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except binascii.Error as error:
        raise ValueError from error
