"""XLSX, first sheet. The format keeps a sheet in one piece, so very large logs come as CSV or XES."""

import struct
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import IO

from django.utils.translation import gettext as _
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from abdi.platform.errors import InputRefused
from abdi.platform.tables.rows import Line

LARGEST = 1 << 30  # bytes when unpacked; a small archive can hide a very large one
EXACT = 10**15  # a spreadsheet keeps fifteen digits of a number; of a longer one the last are invented

Cell = str | int | float | bool | date | datetime | time | timedelta


def read_xlsx(stream: IO[bytes], name: str) -> Iterator[Line]:
    _check_size(stream, name)
    try:
        sheet = CalamineWorkbook.from_filelike(stream).get_sheet_by_index(0)
    except (CalamineError, IndexError):
        raise _broken(name) from None
    return _filled_rows(sheet)


def _check_size(stream: IO[bytes], name: str) -> None:
    try:
        size = sum(member.file_size for member in zipfile.ZipFile(stream).infolist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError, struct.error):
        raise _broken(name) from None
    stream.seek(0)
    if size > LARGEST:
        raise InputRefused(_("%(name)s terlalu besar; simpan sebagai CSV UTF-8.") % {"name": name})


def _broken(name: str) -> InputRefused:
    return InputRefused(_("%(name)s bukan XLSX yang utuh; buka dan simpan ulang berkasnya.") % {"name": name})


def _filled_rows(sheet: CalamineSheet) -> Iterator[Line]:
    for line, cells in enumerate(sheet.iter_rows(), start=1):
        texts = [_text(cell) for cell in cells]
        if any(texts):
            yield line, texts


def _text(cell: Cell) -> str:
    """A cell as it would stand in a CSV: whole numbers without a fraction, moments in ISO 8601.

    A number too long for a spreadsheet stays in the notation that shows it was rounded.
    """
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < EXACT:
        return str(int(cell))
    return cell.isoformat() if isinstance(cell, date | time) else str(cell)
