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


def check_signable(issued: Issued, digest: str) -> None:
    if issued.signed_sha256:
        raise PolicyRefused("Dokumen ini sudah ditandatangani.")
    if issued.digest != digest:
        raise PolicyRefused("Isi dokumen ini sudah berubah; terbitkan versi barunya, lalu tanda tangani.")
