"""The verbs of evidence."""

from typing import BinaryIO

from abdi.activity.evidence import permissions, policies
from abdi.activity.evidence.links import link_digest
from abdi.activity.evidence.models import EvidenceItem
from abdi.activity.evidence.subject import Subject
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.errors import InputRefused
from abdi.platform.files.actions import store_file
from abdi.platform.files.models import StoredFile
from abdi.platform.locking import hold
from abdi.platform.validation import write

PURPOSE = "activity.evidence"


@action
def attach_file(
    *, actor: User, subject: Subject, content: BinaryIO, name: str, title: str = ""
) -> EvidenceItem:
    """Keep a file as evidence; without a title it goes by its name."""
    hold(subject.holds)
    permissions.check_can_attach(actor, subject.employee)
    policies.check_open(subject)
    stored = store_file(actor=actor, content=content, name=name, purpose=PURPOSE)
    return _attach(actor, subject, title=title or stored.name, digest=stored.sha256, file=stored)


@action
def attach_link(*, actor: User, subject: Subject, link: str, title: str = "") -> EvidenceItem:
    """Keep an http(s) address as evidence. What lies behind it is not fetched."""
    hold(subject.holds)
    permissions.check_can_attach(actor, subject.employee)
    policies.check_open(subject)
    link = link.strip()
    if not link.startswith(("https://", "http://")):
        raise InputRefused("Tautan dimulai dengan https://; salin dari bilah alamat peramban.", field="link")
    return _attach(actor, subject, title=title or link, digest=_digest(link), link=link)


@action
def remove_evidence(*, actor: User, item: EvidenceItem, subject: Subject) -> None:
    """Take it off again. The content of a file stays in the store, where the audit trail names its digest."""
    hold(subject.holds)
    permissions.check_can_attach(actor, item.employee)
    policies.check_open(subject)
    record(actor=actor, tag="evidence:item:remove", subject=item, data=_told(item))
    item.delete()


def _attach(
    actor: User,
    subject: Subject,
    *,
    title: str,
    digest: str,
    file: StoredFile | None = None,
    link: str = "",
) -> EvidenceItem:
    item = EvidenceItem(
        employee=subject.employee,
        subject_kind=subject.kind,
        subject_uid=subject.uid,
        title=title.strip()[:200],
        file=file,
        link=link,
        digest=digest,
        month=subject.month,
    )
    write(item)
    record(actor=actor, tag="evidence:item:attach", subject=item, data=_told(item))
    return item


def _digest(link: str) -> str:
    try:
        return link_digest(link)
    except ValueError as error:
        raise InputRefused(
            "Tautan ini tidak terbaca; salin ulang dari bilah alamat.", field="link"
        ) from error


def _told(item: EvidenceItem) -> dict[str, object]:
    return {"on": item.subject_kind, "uid": item.subject_uid, "digest": item.digest, "month": item.month}
