"""What the state of a document allows."""

from typing import Any

from abdi.platform.documents.papers import Paper, digest_of
from abdi.platform.errors import PolicyRefused
from abdi.platform.verification.models import Issued


def check_final(paper: Paper, subject: Any) -> str:
    """The digest of what was agreed or decided; a draft cannot be issued."""
    digest = digest_of(paper.content(subject))
    if not digest:
        raise PolicyRefused("Dokumen ini masih draf; terbitkan setelah disepakati atau ditetapkan.")
    return digest


def check_unsigned(issued: Issued) -> None:
    if issued.signed_sha256:
        raise PolicyRefused("Dokumen ini sudah ditandatangani secara elektronik.")


def check_is_built_on(issued: Issued, pdf: bytes) -> None:
    """A PAdES signature is appended to the file: whatever does not begin with our bytes is another document."""
    if not pdf.startswith(issued.file.path.read_bytes()):
        raise PolicyRefused(
            "Berkas dari layanan tanda tangan bukan dokumen yang dikirim; laporkan kepada pengelola sistem."
        )
