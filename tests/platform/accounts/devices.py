"""What a person holds in their hand: an authenticator app and a security key, in software."""

import base64
import hashlib
import hmac
import struct
from secrets import token_bytes

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from fido2.cose import ES256
from fido2.webauthn import (
    Aaguid,
    AttestationObject,
    AttestedCredentialData,
    AuthenticatorData,
    CollectedClientData,
)

ORIGIN, RP_ID = "https://testserver", "testserver"
PRESENT_AND_VERIFIED = AuthenticatorData.FLAG.UP | AuthenticatorData.FLAG.UV


def totp(secret: str, at: float) -> str:
    """RFC 6238 with SHA-1, six digits, thirty seconds."""
    digest = hmac.new(base64.b32decode(secret), struct.pack(">Q", int(at) // 30), hashlib.sha1).digest()
    offset = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[offset : offset + 4])[0] & 0x7FFFFFFF) % 1_000_000:06d}"


class SecurityKey:
    """A resident ES256 passkey without attestation."""

    def __init__(self):
        self.private = ec.generate_private_key(ec.SECP256R1())
        self.id = token_bytes(16)
        self.counter = 0

    def register(self, challenge: bytes) -> dict:
        public = ES256.from_cryptography_key(self.private.public_key())
        credential = AttestedCredentialData.create(Aaguid.NONE, self.id, public)
        flags = PRESENT_AND_VERIFIED | AuthenticatorData.FLAG.AT
        data = AuthenticatorData.create(self._rp_hash, flags, self.counter, credential)
        client = self._client(CollectedClientData.TYPE.CREATE, challenge)
        attestation = AttestationObject.create("none", data, {})
        return self._answer(client, attestationObject=attestation) | {
            "clientExtensionResults": {"credProps": {"rk": True}}
        }

    def sign(self, challenge: bytes, user_handle: bytes) -> dict:
        self.counter += 1
        data = AuthenticatorData.create(self._rp_hash, PRESENT_AND_VERIFIED, self.counter)
        client = self._client(CollectedClientData.TYPE.GET, challenge)
        signature = self.private.sign(bytes(data) + client.hash, ec.ECDSA(SHA256()))
        return self._answer(client, authenticatorData=data, signature=signature, userHandle=user_handle)

    _rp_hash = hashlib.sha256(RP_ID.encode()).digest()

    @staticmethod
    def _client(kind: str, challenge: bytes) -> CollectedClientData:
        return CollectedClientData.create(type=kind, challenge=challenge, origin=ORIGIN)

    def _answer(self, client: CollectedClientData, **parts: bytes) -> dict:
        response = {name: websafe(bytes(part)) for name, part in parts.items()}
        response["clientDataJSON"] = websafe(bytes(client))
        return {"id": websafe(self.id), "rawId": websafe(self.id), "type": "public-key", "response": response}


def websafe(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def from_websafe(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
