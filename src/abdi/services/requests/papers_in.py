"""The papers a citizen hands in, and what the officer says of them. Published through `actions`."""

from typing import BinaryIO

from django.utils.translation import gettext as _

from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.files.actions import store_file
from abdi.platform.files.kinds import JPEG, PDF, PNG, kind_of
from abdi.platform.files.metadata import without_metadata
from abdi.platform.files.store import measure
from abdi.platform.locking import hold
from abdi.platform.validation import stated, write
from abdi.services.requests import permissions, policies
from abdi.services.requests.enums import DocumentStatus
from abdi.services.requests.models import Document

PURPOSE = "requests.document"
ACCEPTED = [PDF, JPEG, PNG]


@action
def attach(*, actor: User, document: Document, content: BinaryIO, name: str) -> Document:
    """Hand in a paper, by code from home or at the desk; sent again, it takes the place of the one before.

    Told by its content alone: PDF, JPEG or PNG, a picture without what its camera wrote beside it. Raises
    InputRefused (another kind, a program, empty, too large) and PolicyRefused (ended, or found right already).
    """
    hold(document)
    hold(document.permohonan)
    permissions.check_can_act_for_citizen(actor, document.permohonan)
    policies.check_takes_files(document)
    alone = _picture_alone(content, name)
    document.file = store_file(actor=actor, content=alone, name=name, purpose=PURPOSE, accept=ACCEPTED)
    document.status, document.note = DocumentStatus.DITERIMA, ""
    write(document)
    told = {"requirement": document.number, "sha256": document.file.sha256}
    record(actor=actor, tag="requests:document:attach", subject=document, data=told)
    return document


@action
def judge_document(*, actor: User, document: Document, status: DocumentStatus, note: str = "") -> Document:
    """Right, or to be put right with a note that says how."""
    hold(document)
    hold(document.permohonan)
    permissions.check_can_handle_permohonan(actor, document.permohonan)
    policies.check_judgeable(document, status)
    if status == DocumentStatus.PERBAIKI:
        note = stated(note, _("Sebutkan apa yang perlu diperbaiki."), "note")
    document.status, document.note = status, note.strip()
    write(document)
    told = {"requirement": document.number, "status": status}
    record(actor=actor, tag="requests:document:judge", subject=document, data=told)
    return document


def _picture_alone(content: BinaryIO, name: str) -> BinaryIO:
    """Measured first, so that nobody fills the memory."""
    measure(content, name)
    return without_metadata(content) if kind_of(content, name) in (JPEG, PNG) else content
