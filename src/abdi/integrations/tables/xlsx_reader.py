"""XLSX, first sheet. The format keeps a sheet in one piece, so very large logs come as CSV or XES."""

import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import IO

from django.utils.translation import gettext as _
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from abdi.integrations.tables.rows import Table, as_row, header
from abdi.platform.errors import InputRefused

LARGEST = 1 << 30  # bytes when unpacked; a small archive can hide a very large one

Cell = str | int | float | bool | date | datetime | time | timedelta


def read_xlsx(stream: IO[bytes], name: str) -> Table:
    _check_size(stream, name)
    try:
        sheet = CalamineWorkbook.from_filelike(stream).get_sheet_by_index(0)
    except (CalamineError, zipfile.BadZipFile):
        raise _broken(name) from None
    rows = _filled_rows(sheet)
    columns = header(next(rows, (1, []))[1])
    return Table(columns, (as_row(line, columns, cells) for line, cells in rows))


def _check_size(stream: IO[bytes], name: str) -> None:
    try:
        size = sum(member.file_size for member in zipfile.ZipFile(stream).infolist())
    except zipfile.BadZipFile:
        raise _broken(name) from None
    stream.seek(0)
    if size > LARGEST:
        raise InputRefused(_("XLSX %(name)s terlalu besar; simpan sebagai CSV UTF-8.") % {"name": name})


def _broken(name: str) -> InputRefused:
    return InputRefused(_("%(name)s bukan XLSX yang utuh; buka dan simpan ulang berkasnya.") % {"name": name})


def _filled_rows(sheet: CalamineSheet) -> Iterator[tuple[int, list[str]]]:
    for line, cells in enumerate(sheet.iter_rows(), start=1):
        texts = [cell_text(cell) for cell in cells]
        if any(texts):
            yield line, texts


def cell_text(cell: Cell) -> str:
    """A cell as it would stand in a CSV: whole numbers without a fraction, moments in ISO 8601."""
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return cell.isoformat() if isinstance(cell, date | time) else str(cell)
