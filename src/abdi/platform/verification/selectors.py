"""Finding an issued document, and saying whether it still holds."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q
from django.utils.functional import Promise

from abdi.platform.documents.papers import Paper, digest_of, paper_of
from abdi.platform.tenancy.scope import instansi_scope
from abdi.platform.verification.codes import as_typed
from abdi.platform.verification.models import Issued


@dataclass(frozen=True)
class Standing:
    """All that a stranger is told: no name, no number of a person, no content."""

    code: str
    kind: str | Promise
    instansi: str
    issued_at: datetime
    sha256: tuple[str, ...]  # of the document, and of its signed file
    holds: bool
    signed_at: datetime | None


def issued_version(paper: Paper, subject: Any, digest: str) -> Issued | None:
    return Issued.objects.filter(kind=paper.code, subject_uid=subject.uid, digest=digest).first()


def present_version(paper: Paper, subject: Any) -> Issued | None:
    """The issued document of what stands now; None for a draft and for what nobody had issued yet."""
    digest = digest_of(paper.content(subject))
    return issued_version(paper, subject, digest) if digest else None


def standing_of_code(code: str) -> Standing | None:
    """By the code on the paper, whichever instansi issued it: the code is one for the whole installation."""
    issued = Issued.everywhere.filter(code=as_typed(code)).select_related("instansi").first()
    return _standing(issued) if issued else None


def standing_of_file(sha256: str) -> Standing | None:
    found = Issued.everywhere.filter(Q(sha256=sha256) | Q(signed_sha256=sha256))
    issued = found.select_related("instansi").first()
    return _standing(issued) if issued else None


def _standing(issued: Issued) -> Standing:
    with instansi_scope(issued.instansi):
        paper = paper_of(issued.kind)
        subject = paper.model.objects.filter(uid=issued.subject_uid).first()
        holds = subject is not None and digest_of(paper.content(subject)) == issued.digest
    return Standing(
        code=issued.code,
        kind=paper.label,
        instansi=issued.instansi.name,
        issued_at=issued.issued_at,
        sha256=tuple(filter(None, (issued.sha256, issued.signed_sha256))),
        holds=holds,
        signed_at=issued.signed_at,
    )
