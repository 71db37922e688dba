"""Giving a document its code, so that a sheet of paper can be checked."""

from io import BytesIO
from typing import Any

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
    file = keep(actor, paper.render(subject, seal), seal.code)
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


def keep(actor: User, pdf: bytes, code: str) -> StoredFile:
    return store_file(actor=actor, content=BytesIO(pdf), name=f"{code}.pdf", purpose=PURPOSE, accept=[PDF])
