"""The verbs of permohonan. Each refuses with `PermissionRefused`, `PolicyRefused` or `InputRefused`."""

from abdi.services.requests.filing import open_visit
from abdi.services.requests.handling import (
    cancel_permohonan,
    complete,
    hand_over,
    reject,
    resubmit,
    return_for_completion,
    take_up,
)
from abdi.services.requests.papers_in import attach, judge_document
from abdi.services.requests.watching import watch_deadlines

__all__ = [
    "attach",
    "cancel_permohonan",
    "complete",
    "hand_over",
    "judge_document",
    "open_visit",
    "reject",
    "resubmit",
    "return_for_completion",
    "take_up",
    "watch_deadlines",
]
