"""The verbs of a project. Each refuses with `PermissionRefused`, `PolicyRefused` or `InputRefused`."""

from abdi.voice.projects.building import (
    add_photo,
    begin_work,
    finish_milestone,
    plan_milestone,
    record_spending,
)
from abdi.voice.projects.designing import add_alternative, cast_vote, decide, open_vote
from abdi.voice.projects.planning import (
    add_member,
    change_project,
    plan_project,
    publish_project,
    remove_member,
    rethink,
    rework,
    stop_project,
)
from abdi.voice.projects.speaking import (
    contribute,
    hide_contribution,
    note_change,
    withdraw_contribution,
)
from abdi.voice.projects.using import give_feedback, open_project, release_feedback

__all__ = [
    "add_alternative",
    "add_member",
    "add_photo",
    "begin_work",
    "cast_vote",
    "change_project",
    "contribute",
    "decide",
    "finish_milestone",
    "give_feedback",
    "hide_contribution",
    "note_change",
    "open_project",
    "open_vote",
    "plan_milestone",
    "plan_project",
    "publish_project",
    "record_spending",
    "release_feedback",
    "remove_member",
    "rethink",
    "rework",
    "stop_project",
    "withdraw_contribution",
]
