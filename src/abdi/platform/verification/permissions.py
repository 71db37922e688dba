"""Who may have a document issued, and who may sign it: as the room of the document says."""

from typing import Any

from abdi.platform.accounts.models import User
from abdi.platform.accounts.permits import passes
from abdi.platform.documents.papers import Paper


def check_can_issue(user: User, paper: Paper, subject: Any) -> None:
    """Issuing adds nothing to what one may see; it only gives the sheet a code."""
    paper.check_can_see(user, subject)


def check_can_sign(user: User, paper: Paper, subject: Any) -> None:
    paper.check_can_sign(user, subject)


def can_issue(user: User, paper: Paper, subject: Any) -> bool:
    return passes(check_can_issue, user, paper, subject)


def can_sign(user: User, paper: Paper, subject: Any) -> bool:
    return passes(check_can_sign, user, paper, subject)
