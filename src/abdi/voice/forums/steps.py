"""One step of a forum from state to state."""

from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import record
from abdi.platform.locking import hold
from abdi.platform.validation import write
from abdi.platform.workflow import Transition
from abdi.voice.forums import permissions
from abdi.voice.forums.models import Forum
from abdi.voice.forums.workflow import FORUM


def approach(actor: User, forum: Forum, name: str) -> Transition:
    """Held, permitted, and the table allows it; what else must hold is for the verb to ask."""
    hold(forum)
    permissions.check_can_run_forum(actor, forum.unit)
    return FORUM.check(name, forum.status)


def advance(actor: User, forum: Forum, step: Transition) -> None:
    """Taken, with whatever else the verb has set."""
    forum.status = step.target
    write(forum)
    data = {"status": forum.status, "sequence": forum.sequence}
    record(actor=actor, tag=step.tag, subject=forum, data=data)
