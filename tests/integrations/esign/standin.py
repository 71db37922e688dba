"""A signing service on this machine: BSrE's contract, strictly, with a certificate made for the occasion.

Really signs (PAdES), and fails on demand: set `mood` to "away" (503), "slow", "stranger" (another document),
or "fetch" (the file only by /api/sign/download). Alone: python -m tests.integrations.esign.standin
"""

import base64
import json
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from email.message import Message
from io import BytesIO
from threading import Event
from uuid import uuid4

from asn1crypto import keys
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import PdfSignatureMetadata, SimpleSigner, sign_pdf
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko_certvalidator.registry import SimpleCertificateStore

from tests.integrations.standin import Handler, Standin, served

USER, PASSWORD = "abdi", "rahasia-layanan"
NIK, PASSPHRASE = "3578000000000001", "frasa-sandi-contoh"
FIELDS = {"file", "nik", "passphrase", "tampilan", "reason", "location"}


class Signer(Standin):
    def __init__(self) -> None:
        super().__init__(SignerHandler)
        self.kept: dict[str, bytes] = {}
        self.signer, self.certificate = certified()

    def signed(self, pdf: bytes) -> bytes:
        form = PdfSignatureMetadata(field_name="TandaTangan", subfilter=SigSeedSubFilter.PADES)
        return sign_pdf(IncrementalPdfFileWriter(BytesIO(pdf)), form, signer=self.signer).getvalue()


class SignerHandler(Handler):
    server: Signer

    def post(self, body: bytes) -> None:
        self.server.asked.append(self.path)
        if not self._is_known():
            return self._say(401, "Unauthorized")
        if self.path != "/api/sign/pdf":
            return self._say(404, "Not Found")
        if self.server.mood == "slow":
            Event().wait(2)
        if self.server.mood == "away":
            return self._say(503, "Service Unavailable")
        return self._sign(parts(self.headers["Content-Type"], body))

    def get(self) -> None:
        self.server.asked.append(self.path)
        pdf = self.server.kept.get(self.path.rpartition("/")[2])
        if not self._is_known() or pdf is None:
            return self._say(404, "Not Found")
        return self._give(pdf)

    def _sign(self, given: dict[str, bytes]) -> None:
        if set(given) - FIELDS or not given.get("file", b"").startswith(b"%PDF-"):
            return self._say(400, "Parameter tidak sesuai")
        if given.get("tampilan") != b"invisible":
            return self._say(400, "tampilan harus invisible atau visible")
        if given.get("nik") != NIK.encode():
            return self._say(400, "NIK tidak terdaftar")
        if given.get("passphrase") != PASSPHRASE.encode():
            return self._say(400, "Passphrase anda salah", key="message")
        reference = uuid4().hex
        pdf = self.server.signed(given["file"])
        self.server.kept[reference] = b"%PDF-1.7 lain" if self.server.mood == "stranger" else pdf
        if self.server.mood == "fetch":
            return self._give(b"", reference)
        return self._give(self.server.kept[reference], reference)

    def _is_known(self) -> bool:
        word = base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
        return self.headers.get("Authorization") == f"Basic {word}"

    def _give(self, pdf: bytes, reference: str = "") -> None:
        headers = {"id_dokumen": reference} if reference else {}
        self.send(200, pdf, "application/pdf", **headers)

    def _say(self, status: int, words: str, key: str = "error") -> None:
        self.send(status, json.dumps({key: words, "status_code": status}).encode())


def parts(content_type: str, body: bytes) -> dict[str, bytes]:
    """The fields of a multipart form."""
    header = Message()
    header["Content-Type"] = content_type
    found = {}
    for part in body.split(b"--" + str(header.get_param("boundary")).encode())[1:-1]:
        head, _, content = part.strip(b"\r\n").partition(b"\r\n\r\n")
        name = head.split(b'name="')[1].split(b'"')[0].decode()
        found[name] = content
    return found


def certified() -> tuple[SimpleSigner, asn1_x509.Certificate]:
    """A key and a certificate that trusts itself, for two days."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.oid.NameOID.COMMON_NAME, "Dewi Umpama (sertifikat contoh)")])
    now = datetime.now(UTC)
    usage = dict.fromkeys(_USAGES, False) | {"digital_signature": True, "content_commitment": True}
    built = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.KeyUsage(**usage), critical=True)
        .sign(key, hashes.SHA256())
    )
    certificate = asn1_x509.Certificate.load(built.public_bytes(serialization.Encoding.DER))
    private = keys.PrivateKeyInfo.load(
        key.private_bytes(
            serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    return SimpleSigner(certificate, private, SimpleCertificateStore()), certificate


_USAGES = (
    "digital_signature",
    "content_commitment",
    "key_encipherment",
    "data_encipherment",
    "key_agreement",
    "key_cert_sign",
    "crl_sign",
    "encipher_only",
    "decipher_only",
)


def serving() -> AbstractContextManager[Signer]:
    return served(Signer())


if __name__ == "__main__":
    one = Signer()
    print(f"ABDI_ESIGN_URL={one.url} ABDI_ESIGN_USER={USER} ABDI_ESIGN_PASSWORD={PASSWORD}")
    print(f"NIK {NIK}, passphrase {PASSPHRASE}; Ctrl+C to end")
    one.serve_forever()
