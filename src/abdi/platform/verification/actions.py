"""Giving a document its code, so that a sheet of paper can be checked."""

from io import BytesIO
from typing import Any

from django.utils import timezone

from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.documents.papers import Paper
from abdi.platform.files.actions import store_file
from abdi.platform.files.kinds import PDF
from abdi.platform.files.models import StoredFile
from abdi.platform.locking import hold
from abdi.platform.validation import write
from abdi.platform.verification import permissions, policies
from abdi.platform.verification.codes import new_seal
from abdi.platform.verification.models import Issued
from abdi.platform.verification.selectors import issued_version

PURPOSE = "verification.issued"


@action
def issue(*, actor: User, paper: Paper, subject: Any) -> Issued:
    """The issued document of the subject's present version; issued once, however often it is asked for.

    The bytes are kept: a later release may draw the form differently, and the paper has to stand until its owner
    retires (PP 30/2019 Ps 60(6)).
    """
    hold(subject)
    permissions.check_can_issue(actor, paper, subject)
    digest = policies.check_final(paper, subject)
    if known := issued_version(paper, subject, digest):
        record(actor=actor, tag="verification:document:fetch", subject=known, data={"code": known.code})
        return known
    seal = new_seal()
    file = _keep(actor, paper.render(subject, seal), seal.code)
    issued = write(
        Issued(
            code=seal.code,
            kind=paper.code,
            subject_uid=subject.uid,
            digest=digest,
            sha256=file.sha256,
            file=file,
            issued_by=actor,
        )
    )
    record(
        actor=actor,
        tag="verification:document:issue",
        subject=issued,
        data={"kind": paper.code, "subject": subject.uid, "code": issued.code, "sha256": issued.sha256},
    )
    return issued


@action
def keep_signature(*, actor: User, paper: Paper, issued: Issued, pdf: bytes, reference: str) -> Issued:
    """Keep the signed file beside the one it was made from. `reference`: the service's number for it."""
    hold(issued)
    permissions.check_can_sign(actor, paper, paper.model.objects.get(uid=issued.subject_uid))
    policies.check_unsigned(issued)
    policies.check_is_built_on(issued, pdf)
    issued.signed_file = _keep(actor, pdf, issued.code)
    issued.signed_sha256 = issued.signed_file.sha256
    issued.signed_at, issued.signed_by = timezone.now(), actor
    issued.signature_id = reference
    write(issued)
    record(
        actor=actor,
        tag="verification:document:sign",
        subject=issued,
        data={"code": issued.code, "sha256": issued.signed_sha256, "reference": reference},
    )
    return issued


@action
def note_failed_signature(*, actor: User, issued: Issued, reason: str) -> None:
    """Somebody trying passphrases has to show in the trail; the passphrases must not."""
    record(
        actor=actor,
        tag="verification:document:sign_failed",
        subject=issued,
        data={"code": issued.code, "reason": reason},
    )


def _keep(actor: User, pdf: bytes, code: str) -> StoredFile:
    return store_file(actor=actor, content=BytesIO(pdf), name=f"{code}.pdf", purpose=PURPOSE, accept=[PDF])
