"""What a display in a waiting room shows: numbers and counters, never names. Published through `selectors`."""

from collections.abc import Sequence
from datetime import date
from statistics import median
from threading import Lock
from typing import Any

from django.db.models import Max, Q

from abdi.platform import moments
from abdi.services.queue.line import waiting_on
from abdi.services.queue.models import Board, Call, Pool, Ticket
from abdi.services.queue.policies import AT_COUNTER
from abdi.services.standards.selectors import in_force

LAST_CALLS = 4
_LOOKED_AT = 40  # a number called again and again must not hide the others

_KEPT = 256  # states of this process, the oldest given up first
_read: dict[tuple[tuple[str, ...], date, int], dict[str, Any]] = {}
# ten threads that read the same at once are no faster than one, and each is as late as the last
_reading = Lock()


def state_at(board: Board, version: int) -> dict[str, Any]:
    """`board_state` as it stood at that version of the unit's topic, or later.

    Boards of a hall that show the same lines read it once: with ten of them a call was drawn ten times before the last
    had it.
    """
    pools = list(board.pools.all())
    lines = tuple(sorted(str(one.uid) for one in pools))
    key = lines, moments.today(), version
    with _reading:
        if key not in _read:
            if len(_read) >= _KEPT:
                _read.pop(next(iter(_read)))
            _read[key] = _state(pools)
        return _read[key]


def board_state(board: Board) -> dict[str, Any]:
    """Ready for JSON. Seven queries, however many wait.

    `now`: numbers at a counter; `calls`: the last four, newest first, each with an `id` that is spoken once;
    `waiting`: how many; `median_wait` of today in seconds over `n` numbers; `promise`: the longest wait promised,
    in minutes, or None.
    """
    return _state(list(board.pools.all()))


def _state(pools: Sequence[Pool]) -> dict[str, Any]:
    day = moments.today()
    waits = Ticket.objects.on(day).filter(waits_in__in=pools)
    seconds = [one for one in waits.values_list("wait_seconds", flat=True) if one is not None]
    return {
        "now": _now(pools),
        "calls": _calls(pools),
        "waiting": waiting_on(day).filter(waits_in__in=pools).count(),
        "median_wait": median(seconds) if seconds else None,
        "n": len(seconds),
        "promise": promised_wait(pools),
    }


def promised_wait(pools: Sequence[Pool]) -> int | None:
    """Minutes. Where services of a line promise different waits, the longest: it is kept for all of them."""
    promised = in_force(moments.today()).filter(layanan__pools__in=pools)
    longest: int | None = promised.order_by().aggregate(longest=Max("wait_minutes"))["longest"]
    return longest


def _now(pools: Sequence[Pool]) -> list[dict[str, Any]]:
    rows = Ticket.objects.filter(waits_in__in=pools, status__in=AT_COUNTER, session__ended_at=None)
    rows = rows.select_related("session__counter").order_by("session__counter__number")
    return [
        {
            "label": one.label,
            "counter": str(one.session.counter),
            "number": one.session.counter.number,
            "status": one.status,
        }
        for one in rows
        if one.session
    ]


def _calls(pools: Sequence[Pool]) -> list[dict[str, Any]]:
    """The newest call of each number: called again, it comes first again under a new id."""
    today = Q(ticket__service_date=moments.today()) | Q(ticket__waits_in__is_overnight=True)
    rows = Call.objects.filter(today, ticket__waits_in__in=pools).select_related("ticket", "counter")
    newest: dict[int, Call] = {}
    for call in rows[:_LOOKED_AT]:
        newest.setdefault(call.ticket_id, call)
    return [
        {
            "id": str(call.uid),
            "label": call.ticket.label,
            "counter": str(call.counter),
            "number": call.counter.number,
            "times": call.number,
            "at": call.at.isoformat(),
        }
        for call in list(newest.values())[:LAST_CALLS]
    ]
