"""CSV as Indonesian offices write it: comma, semicolon or tab; UTF-8 with or without a byte-order mark."""

import csv
import io
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import IO, BinaryIO, cast

from django.utils.translation import gettext as _

from abdi.platform.errors import InputRefused
from abdi.platform.tables.rows import Line

DELIMITERS = ",;\t"
LONGEST_LINE = 1_000_000  # characters; without a bound a file without line ends would fill the memory


def read_csv(stream: IO[bytes]) -> Iterator[Line]:
    """Lines are read as they are asked for. A byte that is not UTF-8 is refused with its line and column."""
    lines = _lines(stream)
    head: list[str] = []
    for line in lines:
        head.append(line)
        if line.strip():
            break
    records = _records(chain(head, lines), delimiter_of("".join(head[-1:])))
    return (record for record in records if any(record[1]))


def _lines(stream: IO[bytes]) -> Iterator[str]:
    with io.TextIOWrapper(cast(BinaryIO, stream), encoding="utf-8-sig", newline="") as text:
        try:
            for number, line in enumerate(iter(lambda: text.readline(LONGEST_LINE), ""), start=1):
                if len(line) == LONGEST_LINE:
                    raise InputRefused(
                        _("Baris %(line)d terlalu panjang; periksa apakah ini CSV.") % {"line": number}
                    )
                yield line
        except UnicodeDecodeError:
            raise _not_utf8(stream) from None


def delimiter_of(first: str) -> str:
    """The one that tells most cells apart in the line of column names."""
    return max(DELIMITERS, key=lambda one: len(next(csv.reader([first], delimiter=one), [])))


def _records(lines: Iterable[str], delimiter: str) -> Iterator[Line]:
    """Each record with the line it starts on; a quoted cell may span several."""
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise InputRefused(
                _("CSV rusak pada baris %(line)d (%(reason)s); periksa tanda kutip di sekitarnya.")
                % {"line": line, "reason": error}
            ) from None
        yield line, cells


def _not_utf8(stream: IO[bytes]) -> InputRefused:
    """The text layer tells no place, so the bytes are read once more up to the broken one."""
    stream.seek(0)
    for number, raw in enumerate(stream, start=1):
        line = raw.removeprefix(BOM_UTF8) if number == 1 else raw
        try:
            line.decode()
        except UnicodeDecodeError as error:
            place = {"line": number, "column": len(line[: error.start].decode()) + 1}
            return InputRefused(
                _("Baris %(line)d, kolom %(column)d bukan UTF-8; simpan ulang sebagai “CSV UTF-8”.") % place
            )
    return InputRefused(_("Berkas ini berubah selagi dibaca; ulangi setelah selesai ditulis."))
