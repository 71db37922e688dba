"""The verbs of consultation. Each refuses with `PermissionRefused`, `PolicyRefused` or `InputRefused`."""

from abdi.voice.consultation.answering import answer, report_progress
from abdi.voice.consultation.moderating import (
    appeal,
    hide,
    keep,
    report,
    restore_author,
    stop_author,
    weigh_appeal,
)
from abdi.voice.consultation.proposing import comment, propose, reword, withdraw
from abdi.voice.consultation.supporting import support, unsupport
from abdi.voice.consultation.topics import change_topic, close_topic, draft_topic, publish_topic
from abdi.voice.consultation.watching import watch_answers

__all__ = [
    "answer",
    "appeal",
    "change_topic",
    "close_topic",
    "comment",
    "draft_topic",
    "hide",
    "keep",
    "propose",
    "publish_topic",
    "report",
    "report_progress",
    "restore_author",
    "reword",
    "stop_author",
    "support",
    "unsupport",
    "watch_answers",
    "weigh_appeal",
    "withdraw",
]
