"""A sheet as the public takes it along."""

from typing import Any

from abdi.platform.documents.papers import Paper
from abdi.platform.files.models import StoredFile
from abdi.platform.files.selectors import open_file
from abdi.platform.verification.selectors import present_version


def public_copy(paper: Paper, subject: Any) -> bytes:
    """The very bytes that were issued, with their code; before that, a copy without one."""
    issued = present_version(paper, subject)
    if issued is None:
        return paper.render(subject, None)
    with open_file(issued.latest_file, permit=_is_public) as file:
        return file.read()


def _is_public(_stored: StoredFile) -> None:
    """What is in force and what was promised is everybody's to read (UU 25/2009 Ps 22, Ps 23)."""
