"""A survey's table read row by row: slower than SQL, and it knows in which line and column a cell cannot be right."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from abdi.integrations.skm.sheet import Sheet
from abdi.integrations.tables.moments import is_date_only, written_clock
from abdi.platform.errors import InputRefused
from abdi.platform.tables.files import open_table
from abdi.platform.tables.rows import Row
from abdi.rules.unsur import Skala

SHOWN = 20  # bad cells named; the rest is counted
LONGEST = 9  # digits


@dataclass(slots=True)
class Refusals:
    """What cannot be right, as sentences; `count` goes on when enough were kept."""

    said: list[str] = field(default_factory=list)
    count: int = 0

    def add(self, line: int, column: str, reason: str) -> None:
        self.count += 1
        if self.count <= SHOWN:
            place = _("Baris %(line)d, kolom %(column)s") if column else _("Baris %(line)d")
            self.said.append(f"{place % {'line': line, 'column': column}}: {reason}")

    def check(self) -> None:
        if self.count:
            more = _("; dan %d sel lagi") % (self.count - SHOWN) if self.count > SHOWN else ""
            raise InputRefused(
                "; ".join(self.said) + more + _(". Perbaiki lalu ulangi; tidak ada yang dihitung.")
            )


def read_rows(path: Path, sheet: Sheet, scale: Skala) -> Any:
    """An Arrow table of the columns that `sheet` uses: numbers, moments, texts. InputRefused names every bad cell."""
    import pyarrow as pa

    refusals, columns = (
        Refusals(),
        {name: list[Any]() for name in (*sheet.answers.values(), *sheet.parts.values())},
    )
    with open_table(path) as table:
        for row in table.rows:
            if row.problem:
                refusals.add(row.line, "", row.problem)
                continue
            for name, cell in _cells(row, sheet, scale, refusals):
                columns[name].append(cell)
    refusals.check()
    kinds = dict.fromkeys(sheet.answers.values(), pa.uint8()) | {
        name: pa.timestamp("us") if part == "time" else pa.string() for part, name in sheet.parts.items()
    }
    return pa.table({name: pa.array(cells, kinds[name]) for name, cells in columns.items()})


def _cells(row: Row, sheet: Sheet, scale: Skala, refusals: Refusals) -> Iterator[tuple[str, Any]]:
    """Column and cell; what cannot be right is told to `refusals`."""
    for column in sheet.answers.values():
        answer = row.values[column].strip()
        if answer and not is_on(scale, answer):
            reason = _("jawaban “%(answer)s” di luar skala %(scale)s")
            refusals.add(row.line, column, reason % {"answer": answer[:20], "scale": scale})
        yield column, int(answer) if is_on(scale, answer) else None
    for part, column in sheet.parts.items():
        cell = row.values[column].strip()
        try:
            yield column, _clock(cell) if part == "time" else cell
        except ValueError:
            refusals.add(row.line, column, _("“%(text)s” bukan waktu") % {"text": cell[:40]})


def is_on(scale: Skala, answer: str) -> bool:
    """Whether a cell is a point of the scale; a number too long to be read as one is none."""
    if not (answer.isascii() and answer.isdigit() and len(answer) < LONGEST):
        return False
    return scale.minimal <= int(answer) <= scale.maksimal


def _clock(text: str) -> datetime | None:
    """None for a day alone, which tells no hour; ValueError for what is neither."""
    moment = written_clock(text) if text else None
    return None if is_date_only(text) else moment
