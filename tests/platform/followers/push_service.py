"""A push service that takes nothing which a real one would refuse: RFC 8030, 8188, 8291 and 8292 by the letter.

It is written from the RFCs with `cryptography`, not with the library that the product sends with.
"""

import base64
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

CURVE = ec.SECP256R1()


def encoded(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def decoded(text: str) -> bytes:
    assert "=" not in text, "base64url comes without padding"
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def point(key: ec.EllipticCurvePublicKey) -> bytes:
    return key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


@dataclass
class Browser:
    """What only the browser knows of its subscription."""

    endpoint: str
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(CURVE))
    auth: bytes = b"sixteen bytes ok"

    @property
    def subscription(self) -> str:
        keys = {"p256dh": encoded(point(self.key.public_key())), "auth": encoded(self.auth)}
        return json.dumps({"endpoint": self.endpoint, "expirationTime": None, "keys": keys})

    def read(self, body: bytes) -> dict:
        """RFC 8188 section 2.1 and RFC 8291 section 3.4, one record."""
        salt, record_size, length = body[:16], int.from_bytes(body[16:20]), body[20]
        sender, sealed = body[21 : 21 + length], body[21 + length :]
        assert len(body) <= 4096
        assert len(sealed) <= record_size
        shared = self.key.exchange(ec.ECDH(), ec.EllipticCurvePublicKey.from_encoded_point(CURVE, sender))
        info = b"WebPush: info\0" + point(self.key.public_key()) + sender
        ikm = HKDF(SHA256(), 32, self.auth, info).derive(shared)
        key = HKDF(SHA256(), 16, salt, b"Content-Encoding: aes128gcm\0").derive(ikm)
        nonce = HKDF(SHA256(), 12, salt, b"Content-Encoding: nonce\0").derive(ikm)
        text, last, _ = AESGCM(key).decrypt(nonce, sealed, None).rpartition(b"\x02")
        assert last == b"\x02"
        return json.loads(text)


@dataclass
class Service:
    url: str = ""
    answer: int = 201
    headers: dict[str, str] = field(default_factory=dict)
    vapid_key: str = ""  # the applicationServerKey it was subscribed with
    taken: list[bytes] = field(default_factory=list)
    asked: int = 0
    faults: list[str] = field(default_factory=list)

    def take(self, headers, body: bytes) -> int:
        self.asked += 1
        try:
            assert headers["Content-Encoding"] == "aes128gcm"
            assert 0 < int(headers["TTL"]) <= 24 * 3600
            assert headers["Urgency"] in {"very-low", "low", "normal", "high"}
            self._check_vapid(headers["Authorization"])
        except (AssertionError, InvalidSignature, KeyError, TypeError, ValueError) as fault:
            self.faults.append(repr(fault))
            return 403
        if self.answer == 201:
            self.taken.append(body)
        return self.answer

    def _check_vapid(self, authorization: str) -> None:
        """RFC 8292 sections 2 and 3."""
        scheme, _, rest = authorization.partition(" ")
        assert scheme == "vapid"
        told = dict(part.strip().split("=", 1) for part in rest.split(","))
        assert told["k"] == self.vapid_key
        head, claims, signature = told["t"].split(".")
        assert json.loads(decoded(head))["alg"] == "ES256"
        raw = decoded(signature)
        assert len(raw) == 64
        der = encode_dss_signature(int.from_bytes(raw[:32]), int.from_bytes(raw[32:]))
        key = ec.EllipticCurvePublicKey.from_encoded_point(CURVE, decoded(told["k"]))
        key.verify(der, f"{head}.{claims}".encode(), ec.ECDSA(SHA256()))
        said = json.loads(decoded(claims))
        assert said["aud"] == self.url
        assert time.time() < said["exp"] <= time.time() + 24 * 3600
        assert said["sub"].startswith(("mailto:", "https:"))


@contextmanager
def running() -> Iterator[Service]:
    service = Service()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(service.take(self.headers, body))
            for name, value in service.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Silent."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        service.url = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield service
        finally:
            server.shutdown()
            thread.join()
