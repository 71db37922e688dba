"""The verbs of complaints. Each refuses with `PermissionRefused`, `PolicyRefused` or `InputRefused`."""

from abdi.voice.complaints.adding import add_information
from abdi.voice.complaints.answering import answer, approve_answer, propose_answer
from abdi.voice.complaints.arriving import record_past
from abdi.voice.complaints.closing import close, confirm, escalate, reopen, withdraw
from abdi.voice.complaints.disposing import dispose, refuse_disposition
from abdi.voice.complaints.filing import file_complaint
from abdi.voice.complaints.handling import pause, resume, take, take_over
from abdi.voice.complaints.merging import merge
from abdi.voice.complaints.setup import change_category, create_category, ensure_category, set_rules
from abdi.voice.complaints.vault import view_identity
from abdi.voice.complaints.verifying import (
    ask_completion,
    complete_file,
    name_officer,
    publish,
    redirect_away,
    reject,
    verify,
)
from abdi.voice.complaints.watching import watch_complaints

__all__ = [
    "add_information",
    "answer",
    "approve_answer",
    "ask_completion",
    "change_category",
    "close",
    "complete_file",
    "confirm",
    "create_category",
    "dispose",
    "ensure_category",
    "escalate",
    "file_complaint",
    "merge",
    "name_officer",
    "pause",
    "propose_answer",
    "publish",
    "record_past",
    "redirect_away",
    "refuse_disposition",
    "reject",
    "reopen",
    "resume",
    "set_rules",
    "take",
    "take_over",
    "verify",
    "view_identity",
    "watch_complaints",
    "withdraw",
]
