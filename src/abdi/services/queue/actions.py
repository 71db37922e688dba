"""The verbs of the queue. Each refuses with `PermissionRefused`, `PolicyRefused` or `InputRefused`.

Pulled, never pushed: a number comes to a counter because its officer calls it.
"""

from abdi.services.queue.calling import call_next, call_ticket, recall
from abdi.services.queue.closing import cancel_ticket, close_day, finish, no_show, undo
from abdi.services.queue.issuing import issue_ticket
from abdi.services.queue.serving import begin_service, put_on_hold, resume, transfer
from abdi.services.queue.sessions import close_counter, open_counter, set_state
from abdi.services.queue.setup import (
    PoolSettings,
    change_board,
    change_counter,
    change_pool,
    create_board,
    create_counter,
    create_pool,
)
from abdi.services.queue.turns import step_back

__all__ = [
    "PoolSettings",
    "begin_service",
    "call_next",
    "call_ticket",
    "cancel_ticket",
    "change_board",
    "change_counter",
    "change_pool",
    "close_counter",
    "close_day",
    "create_board",
    "create_counter",
    "create_pool",
    "finish",
    "issue_ticket",
    "no_show",
    "open_counter",
    "put_on_hold",
    "recall",
    "resume",
    "set_state",
    "step_back",
    "transfer",
    "undo",
]
