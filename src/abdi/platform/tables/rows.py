"""What every reader yields: rows of text, each with the place where it stands."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from abdi.platform.errors import InputRefused

Line = tuple[int, list[str]]  # where it stands in the file, as people count, and its cells


@dataclass(frozen=True, slots=True)
class Row:
    """One row as column → text. `problem` says why its cells cannot be told apart; then `values` is empty."""

    line: int
    values: dict[str, str]
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """`columns` is None where the format has no header (XES): then only reading tells which there are."""

    columns: Sequence[str] | None
    rows: Iterator[Row]


def as_table(lines: Iterator[Line]) -> Table:
    """The first line names the columns. Rows are read as they are asked for."""
    columns = _header(next(lines, (1, []))[1])
    return Table(columns, (_row(line, columns, cells) for line, cells in lines))


def _header(cells: Sequence[str]) -> list[str]:
    """Column names out of the first row; a blank one at the end is no column."""
    names = [cell.strip() for cell in cells]
    while names and not names[-1]:
        names.pop()
    names = [name or f"kolom {place}" for place, name in enumerate(names, start=1)]
    if not names:
        raise InputRefused(_("Berkas ini kosong; baris pertamanya harus berisi nama kolom."))
    name, times = Counter(names).most_common(1)[0]
    if times > 1:
        raise InputRefused(
            _("Baris kepala memuat kolom “%(name)s” %(times)d kali; beri nama yang berbeda.")
            % {"name": name, "times": times}
        )
    return names


def _row(line: int, columns: Sequence[str], cells: Sequence[str]) -> Row:
    width = len(columns)
    if len(cells) < width or any(cells[width:]):
        reason = _("ada %(cells)d sel, padahal baris kepala menyebut %(columns)d kolom")
        return Row(line, {}, reason % {"cells": len(cells), "columns": width})
    return Row(line, dict(zip(columns, cells, strict=False)))
