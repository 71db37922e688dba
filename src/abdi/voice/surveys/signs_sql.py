"""The signs of `signs` over a whole survey at once, in the SQL of DuckDB.

The table `answers` has a row per response: `e0`, `e1` … the elements in the order they were asked (NULL for a blank,
one at least answered) and of `PARTS` what the survey knows. `flags_of` adds a boolean column per sign.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from abdi.voice.surveys.signs import (
    AFTER_HOURS_RUN,
    BURST_SECONDS,
    DEVICE_MANY,
    SHARE_ONLY,
    Sign,
    office_address,
    straight_desk,
)

# device, officer: a number that stands for it; address: text; moment: seconds; late: the day of an answer outside
# opening hours; is_staff: in a browser of staff; is_shared: on a kiosk. NULL where it is not known.
PARTS = ("device", "officer", "address", "moment", "late", "is_staff", "is_shared")
SIGNS = tuple(one for one in Sign if one != Sign.REPEAT)  # it hangs on the order of the rows, which is chance
FLAGGED = "flagged"
NEVER = "false"


def flags_of(engine: Any, count: int, parts: Iterable[str], *, offices: Sequence[str] = ()) -> str:
    """A SELECT of every row of `answers` with its `place`, its `SIGNS` and `flagged`; small helping tables are made."""
    known = {*parts}
    signs = {
        Sign.STRAIGHT_LINE: _straight_line(count),
        Sign.RUN: _run(count),
        Sign.STRAIGHT_DESK: _straight_desk(engine, count) if "officer" in known else NEVER,
        Sign.BURST: _burst(engine) if {"device", "moment"} <= known else NEVER,
        Sign.OFFICE_ADDRESS: _offices(engine, offices) if "address" in known and offices else NEVER,
        Sign.AFTER_HOURS: _after_hours(engine) if {"device", "late"} <= known else NEVER,
        Sign.STAFF_BROWSER: "coalesce(is_staff, false)" if "is_staff" in known else NEVER,
        Sign.ONE_DEVICE: _one_device(engine, known) if {"device", "officer"} <= known else NEVER,
    }
    signs_told = ", ".join(f"{sql} AS {sign}" for sign, sql in signs.items())
    telling = " OR ".join(sign for sign in signs if sign not in SHARE_ONLY)
    return f"SELECT *, {telling} AS {FLAGGED} FROM (SELECT *, {signs_told} FROM ({_rows(count)}))"


def elements(count: int) -> list[str]:
    return [f"e{place}" for place in range(count)]


def _rows(count: int) -> str:
    """The answers with what signs are made of: `given`, `mean`, and `s0` … whether neighbours are the same.

    Comparing neighbours once is ten times as quick as the least with the greatest, which only blank elements need.
    """
    same = [f"{a} = {b} AS s{place}" for place, (a, b) in enumerate(pairwise(elements(count)))]
    given = " + ".join(f"({one} IS NOT NULL)::UTINYINT" for one in elements(count))
    total = " + ".join(f"coalesce({one}, 0)" for one in elements(count))
    columns = ", ".join([f"{given} AS given", f"({total})::DOUBLE / ({given}) AS mean", *same])
    return f"SELECT *, rowid AS place, {columns} FROM answers"


def _straight_line(count: int) -> str:
    if count < 2:
        return NEVER
    whole = " AND ".join(f"s{place}" for place in range(count - 1))
    every = ", ".join(elements(count))
    torn = f"given > 1 AND least({every}) = greatest({every})"
    return f"(CASE WHEN given = {count} THEN {whole} ELSE {torn} END)"


def _run(count: int) -> str:
    """Blank elements are left out, so a row with one is compared as text."""
    if count <= 2:  # half of two is one answer, which is no run
        return NEVER
    long = (count + 1) // 2 - 1  # neighbours alike in a run
    parts = (range(first, first + long) for first in range(count - long))
    whole = " OR ".join("(" + " AND ".join(f"s{place}" for place in part) + ")" for part in parts)
    text = f"concat_ws('', {', '.join(f'{one}::UTINYINT' for one in elements(count))})"
    torn = " OR ".join(
        f"contains({text}, repeat('{a}', greatest(2, (given + 1) // 2)))" for a in range(1, 10)
    )
    found = f"CASE WHEN given = {count} THEN {whole} ELSE given > 1 AND ({torn}) END"
    return f"(NOT {_straight_line(count)} AND {found})"


def _straight_desk(engine: Any, count: int) -> str:
    line = _straight_line(count)
    desks = engine.execute(
        f"SELECT officer, count(*) FILTER ({line}), count(*) FROM ({_rows(count)}) "
        "WHERE officer IS NOT NULL GROUP BY officer"
    ).fetchall()
    n = sum(of for _officer, _straight, of in desks)
    share = sum(straight for _officer, straight, _of in desks) / n if n else 0.0
    found = [officer for officer, straight, of in desks if straight_desk(straight, of, share)]
    return f"({line} AND {_among('officer', found)})"


def _burst(engine: Any) -> str:
    """Most devices answer once and need no comparing."""
    engine.execute(
        "CREATE TEMP TABLE bursts AS SELECT place FROM (SELECT rowid AS place, moment, "
        "lag(moment) OVER same AS before, lead(moment) OVER same AS after FROM answers "
        f"WHERE device IN (FROM {_busy(engine)}) WINDOW same AS (PARTITION BY device ORDER BY moment)) "
        f"WHERE moment - before < {BURST_SECONDS} OR after - moment < {BURST_SECONDS}"
    )
    return "(place IN (FROM bursts))"


def _after_hours(engine: Any) -> str:
    engine.execute(
        "CREATE TEMP TABLE nights AS SELECT hash(device, late) FROM answers WHERE late IS NOT NULL "
        f"AND device IS NOT NULL GROUP BY device, late HAVING count(*) >= {AFTER_HOURS_RUN}"
    )
    return "(late IS NOT NULL AND device IS NOT NULL AND hash(device, late) IN (FROM nights))"


def _one_device(engine: Any, known: set[str]) -> str:
    own = "NOT coalesce(is_shared, false)" if "is_shared" in known else "true"
    engine.execute(
        f"CREATE TEMP TABLE held AS SELECT hash(device, officer) FROM answers WHERE device IN (FROM {_busy(engine)}) "
        f"AND officer IS NOT NULL AND {own} GROUP BY device, officer HAVING count(*) >= {DEVICE_MANY}"
    )
    return f"({own} AND device IS NOT NULL AND officer IS NOT NULL AND hash(device, officer) IN (FROM held))"


def _offices(engine: Any, offices: Sequence[str]) -> str:
    known = engine.execute("SELECT DISTINCT address FROM answers WHERE address IS NOT NULL").fetchall()
    found = [address for (address,) in known if office_address(address, offices)]
    return _among("address", ["'" + address.replace("'", "''") + "'" for address in found])


def _busy(engine: Any) -> str:
    """Devices that answered more than once."""
    engine.execute(
        "CREATE TEMP TABLE IF NOT EXISTS busy AS SELECT device FROM answers WHERE device IS NOT NULL "
        "GROUP BY device HAVING count(*) > 1"
    )
    return "busy"


def _among(column: str, values: Sequence[object]) -> str:
    return f"coalesce({column} IN ({', '.join(map(str, values))}), false)" if values else NEVER
