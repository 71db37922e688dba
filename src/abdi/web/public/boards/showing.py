"""What a board shows, with the words around its numbers: the script on the page only puts them in place."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from abdi.platform.ui import formats
from abdi.services.queue.models import Board
from abdi.services.queue.selectors import board_state, state_at

_MINUTE = 60


def shown(board: Board, version: int | None = None) -> dict[str, Any]:
    """Its state (at a version of its topic, where that is known) and its foot: the waiting, the waits, the promise."""
    state = board_state(board) if version is None else state_at(board, version)
    return state | {"foot": [_waiting(state["waiting"]), _waited(state)]}


def _waiting(waiting: int) -> str:
    return ngettext("Menunggu: %(n)d orang", "Menunggu: %(n)d orang", waiting) % {"n": waiting}


def _waited(state: dict[str, Any]) -> str:
    """The number of waits stands beside their median, so that nobody reads much into three of them."""
    promise = _("janji %d menit") % state["promise"] if state["promise"] is not None else ""
    if state["median_wait"] is None:
        return promise
    minutes = formats.number(state["median_wait"] / _MINUTE, 0)
    waited = _("Median tunggu hari ini %(minutes)s menit (n = %(n)d)") % {"minutes": minutes, "n": state["n"]}
    return f"{waited}, {promise}" if promise else waited
