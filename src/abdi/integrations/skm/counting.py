"""The engine of `abdi ikm`: SQL counts, `voice.surveys.index` and its rule say what the counts mean.

A table that is as it should be is read by DuckDB at once. Whatever it stumbles over is read again row by row, which is
slower and knows line and column.
"""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from math import sqrt
from pathlib import Path
from typing import Any

import duckdb

from abdi.integrations.skm.rows import read_rows
from abdi.integrations.skm.sheet import Sheet
from abdi.measurement.backends.limits import limits
from abdi.platform.tables.csv_reader import delimiter_of
from abdi.rules.unsur import Skala
from abdi.voice.surveys.enums import Channel
from abdi.voice.surveys.index import Tally
from abdi.voice.surveys.signs import Sign
from abdi.voice.surveys.signs_sql import FLAGGED, SIGNS, elements, flags_of

_CLOCK = re.compile(r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d(:\d\d)?")
_NAMES = {"device", "officer"}  # told apart by a number, for their names are of no use here
YES = ("1", "ya", "y", "true", "benar")


@dataclass(frozen=True, slots=True)
class Around:
    """What the survey's owner knows: office networks, and the hours (first, last) outside which nobody is served."""

    offices: Sequence[str] = ()
    hours: tuple[str, str] = ("07:00", "18:00")


@dataclass(frozen=True, slots=True)
class Counted:
    """With every row, without the flagged ones, and without straight lines besides. `signs`: rows that bear each."""

    whole: Tally
    without: Tally
    varied: Tally
    signs: Mapping[Sign, int]

    @property
    def flagged(self) -> int:
        return self.whole.n - self.without.n


def count_answers(path: Path, sheet: Sheet, scale: Skala, around: Around) -> Counted:
    """Every answer of the file. Raises InputRefused naming the cells that are no answer on the scale."""
    with flagged_answers(path, sheet, scale, around, is_ordered=False) as (engine, flags):
        return _counted(engine, list(sheet.answers), flags)


@contextmanager
def flagged_answers(
    path: Path, sheet: Sheet, scale: Skala, around: Around, *, is_ordered: bool = True
) -> Iterator[tuple[Any, str]]:
    """An engine, and the SELECT that has every response of the file in it with its signs; `place` follows the order of
    the file, which takes a tenth of the time more, unless that is of no use."""
    with duckdb.connect(config=limits()) as engine:
        engine.execute(f"SET preserve_insertion_order = {is_ordered}")
        if not _read_at_once(engine, path, sheet, scale, around):
            engine.register("source", read_rows(path, sheet, scale))
            _take(engine, sheet, around)
        yield engine, flags_of(engine, len(sheet.answers), _parts(sheet, around), offices=around.offices)


def _read_at_once(engine: Any, path: Path, sheet: Sheet, scale: Skala, around: Around) -> bool:
    """False, with nothing read, where the file is no plain CSV or holds a cell that is not as it should be."""
    try:
        engine.execute(f"CREATE VIEW source AS FROM {_csv(path, sheet)}")
        _take(engine, sheet, around)
        (is_right,) = engine.execute(
            f"SELECT bool_and({_is_right(len(sheet.answers), scale)}) FROM answers"
        ).fetchone()
    except (duckdb.Error, ValueError):
        is_right = False
    if not is_right:
        engine.execute("DROP VIEW IF EXISTS source; DROP TABLE IF EXISTS answers")
    return bool(is_right)


def _csv(path: Path, sheet: Sheet) -> str:
    """The file as DuckDB reads it, told everything, for guessing takes it as long as reading.

    Answers are read as numbers that may have a fraction: it would make a whole 3 of "3.4" without a word. ValueError
    where it would not take times as they stand: days without a clock, other orders, other zones.
    """
    with path.open(encoding="utf-8-sig", newline="") as file:
        head, first = file.readline(), file.readline()
    delimiter = delimiter_of(head)
    names, cells = (next(csv.reader([line], delimiter=delimiter), []) for line in (head, first))
    types = dict.fromkeys(sheet.answers.values(), "FLOAT")
    if time := sheet.parts.get("time"):
        types[time] = "TIMESTAMP"
        if not _CLOCK.fullmatch(dict(zip(names, cells, strict=False)).get(time, "")):
            raise ValueError(time)
    columns = ", ".join(f"{_text(name)}: '{types.get(name.strip(), 'VARCHAR')}'" for name in names)
    return (
        f"read_csv({_text(str(path))}, auto_detect = false, header = true, delim = {_text(delimiter)}, "
        f"quote = '\"', escape = '\"', columns = {{{columns}}})"
    )


def _is_right(count: int, scale: Skala) -> str:
    every = elements(count)
    return " AND ".join(
        f"coalesce({one} = floor({one}) AND {one} BETWEEN {scale.minimal} AND {scale.maksimal}, true)"
        for one in every
    )


def _take(engine: Any, sheet: Sheet, around: Around) -> None:
    """The table `answers` of `signs_sql`, out of `source`."""
    points = zip(sheet.answers.values(), elements(len(sheet.answers)), strict=True)
    columns = [f"{_quoted(column)} AS {name}" for column, name in points]
    columns += [f"{sql} AS {name}" for name, sql in _parts(sheet, around).items()]
    anything = f"coalesce({', '.join(elements(len(sheet.answers)))}) IS NOT NULL"
    engine.execute(f"CREATE TEMP TABLE answers AS SELECT {', '.join(columns)} FROM source WHERE {anything}")


def _parts(sheet: Sheet, around: Around) -> dict[str, str]:
    """Column of `answers` → SQL."""
    text = {part: _quoted(name) for part, name in sheet.parts.items()}
    found = {
        part: f"CASE WHEN {text[part]} <> '' THEN hash({text[part]}) END" for part in _NAMES & text.keys()
    }
    if "address" in text and around.offices:
        found["address"] = f"nullif({text['address']}, '')"
    if "channel" in text:
        found["is_shared"] = f"{text['channel']} = '{Channel.KIOS}'"
    if "staff" in text:
        found["is_staff"] = f"lower({text['staff']}) IN {YES}"
    if "time" in text:
        (first, last), time = around.hours, text["time"]
        found["moment"] = f"epoch({time})"
        found["late"] = f"CASE WHEN {time}::TIME NOT BETWEEN '{first}' AND '{last}' THEN {time}::DATE END"
    return found


def _counted(engine: Any, keys: Sequence[str], flags: str) -> Counted:
    every = elements(len(keys))
    sums = ", ".join(f"coalesce(sum({one}), 0), count({one})" for one in every)
    means = "sum(mean), sum(mean * mean)"
    signs = ", ".join(f"count(*) FILTER ({sign})" for sign in SIGNS)
    rows = engine.execute(
        f"SELECT {FLAGGED}, {Sign.STRAIGHT_LINE}, {signs}, count(*), {means}, {sums} FROM ({flags}) GROUP BY ALL"
    ).fetchall()
    told = [row[2 : 2 + len(SIGNS)] for row in rows]
    return Counted(
        whole=_tally(rows, keys),
        without=_tally([row for row in rows if not row[0]], keys),
        varied=_tally([row for row in rows if not (row[0] or row[1])], keys),
        signs={sign: sum(one[place] for one in told) for place, sign in enumerate(SIGNS)},
    )


def _tally(rows: Sequence[Sequence[Any]], keys: Sequence[str]) -> Tally:
    """Groups of rows put together; each: (…, signs, n, sum and sum of squares of means, sum and n of each element)."""
    n, means, squares, *sums = [
        sum(values) for values in zip(*(row[2 + len(SIGNS) :] for row in rows), strict=True)
    ] or ([0] * (3 + 2 * len(keys)))
    answers = {key: (int(sums[2 * place]), sums[2 * place + 1]) for place, key in enumerate(keys)}
    spread = sqrt(max(0.0, squares - means * means / n) / (n - 1)) if n > 1 else None
    return Tally(n, answers, spread)


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _quoted(column: str) -> str:
    """A name of the file's own as SQL takes it."""
    return '"' + column.replace('"', '""') + '"'
