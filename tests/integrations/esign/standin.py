"""A signing service on this machine: BSrE's contract, strictly, with a certificate made for the occasion.

Really signs (PAdES), and fails on demand: set `mood` to "away" (503), "slow", "stranger" (another document),
or "fetch" (the file only by /api/sign/download). Alone: python -m tests.integrations.esign.standin
"""

import base64
import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from threading import Event, Thread
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

USER, PASSWORD = "abdi", "rahasia-layanan"
NIK, PASSPHRASE = "3578000000000001", "frasa-sandi-contoh"
FIELDS = {"file", "nik", "passphrase", "tampilan", "reason", "location"}


class Standin(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.mood = ""
        self.asked: list[str] = []
        self.kept: dict[str, bytes] = {}
        self.signer, self.certificate = certified()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def signed(self, pdf: bytes) -> bytes:
        form = PdfSignatureMetadata(field_name="TandaTangan", subfilter=SigSeedSubFilter.PADES)
        return sign_pdf(IncrementalPdfFileWriter(BytesIO(pdf)), form, signer=self.signer).getvalue()


class Handler(BaseHTTPRequestHandler):
    server: Standin

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
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

    def do_GET(self) -> None:
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
        self.send_response(200)
        self.send_header("Content-Type", "application/pdf")
        if reference:
            self.send_header("id_dokumen", reference)
        self.send_header("Content-Length", str(len(pdf)))
        self.end_headers()
        self.wfile.write(pdf)

    def _say(self, status: int, words: str, key: str = "error") -> None:
        body = json.dumps({key: words, "status_code": status}).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        """Nothing: what is sent here must not be logged."""


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


@contextmanager
def serving() -> Iterator[Standin]:
    server = Standin()
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


if __name__ == "__main__":
    one = Standin()
    print(f"ABDI_ESIGN_URL={one.url} ABDI_ESIGN_USER={USER} ABDI_ESIGN_PASSWORD={PASSWORD}")
    print(f"NIK {NIK}, passphrase {PASSPHRASE}; Ctrl+C to end")
    one.serve_forever()
