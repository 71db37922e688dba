"""The verbs of a forum. Each refuses with `PermissionRefused`, `PolicyRefused` or `InputRefused`."""

from abdi.voice.forums.calling import announce_forum, cancel_forum, change_forum, draft_forum, move_forum
from abdi.voice.forums.following_up import finish_agreement, report_progress
from abdi.voice.forums.guests import admit, invite, note_attendance, register, withdraw
from abdi.voice.forums.meeting import (
    add_photo,
    add_suggestion,
    agree,
    answer_suggestion,
    hold_forum,
    settle,
    sign,
)

__all__ = [
    "add_photo",
    "add_suggestion",
    "admit",
    "agree",
    "announce_forum",
    "answer_suggestion",
    "cancel_forum",
    "change_forum",
    "draft_forum",
    "finish_agreement",
    "hold_forum",
    "invite",
    "move_forum",
    "note_attendance",
    "register",
    "report_progress",
    "settle",
    "sign",
    "withdraw",
]
