"""A CSV or XLSX file as lines of text. Nothing is computed: a cell that looks like a formula stays text."""

import csv
from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO, StringIO

from django.utils.translation import gettext as _
from python_calamine import CalamineError, CalamineWorkbook

from abdi.platform.errors import InputRefused

Line = tuple[int, list[str]]
_ZIP = b"PK\x03\x04"
# A spreadsheet keeps fifteen digits of a number; what is longer has lost its last ones.
_EXACT = 10**15


def read_lines(content: bytes) -> list[Line]:
    """Line number (as the spreadsheet shows it) and cells of every line that is not empty."""
    lines = _xlsx(content) if content.startswith(_ZIP) else _csv(content)
    kept = [(number, cells) for number, cells in lines if any(cells)]
    if not kept:
        raise InputRefused(_("Berkas kosong; isi menurut templat lalu unggah lagi."))
    return kept


def _xlsx(content: bytes) -> Iterator[Line]:
    try:
        sheet = CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0)
        rows = sheet.to_python(skip_empty_area=False)
    except (CalamineError, IndexError) as error:
        raise InputRefused(
            _("Berkas XLSX tidak dapat dibaca; simpan ulang dari aplikasi lembar kerja Anda.")
        ) from error
    for number, row in enumerate(rows, start=1):
        yield number, [_text(cell) for cell in row]


def _csv(content: bytes) -> Iterator[Line]:
    text = _decode(content)
    first = text.partition("\n")[0]
    delimiter = ";" if first.count(";") > first.count(",") else ","
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 1
    try:
        for row in reader:
            yield number, [_tidy(cell) for cell in row]
            number = reader.line_num + 1
    except csv.Error as error:
        raise InputRefused(
            _("Baris {line}: tanda kutip CSV tidak lengkap atau selnya terlalu panjang.").format(line=number)
        ) from error


def _decode(content: bytes) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _not_text(content, error.start) from error
    if "\0" in text:
        raise _not_text(content, content.index(b"\0"))
    return text


def _not_text(content: bytes, place: int) -> InputRefused:
    before = content[:place]
    line = before.count(b"\n") + 1
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8-sig", "replace")) + 1
    return InputRefused(
        _("Baris {line}, karakter ke-{column}: bukan teks UTF-8; simpan ulang sebagai 'CSV UTF-8'.").format(
            line=line, column=column
        )
    )


def _text(cell: object) -> str:
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < _EXACT:
        return str(int(cell))
    return _tidy(str(cell))


def _tidy(text: str) -> str:
    """Line breaks, no-break and doubled spaces inside a cell are how it was typed, not what it says."""
    return " ".join(text.split())
