"""A file with one table in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from django.utils.translation import gettext as _

from abdi.platform.errors import InputRefused
from abdi.platform.tables.csv_reader import read_csv
from abdi.platform.tables.opening import Format, format_of, opened
from abdi.platform.tables.rows import Line, Table, as_table
from abdi.platform.tables.xlsx_reader import read_xlsx


@contextmanager
def open_table(path: Path) -> Iterator[Table]:
    """CSV or XLSX, gzip or not. Reads as its rows are asked for; refuses in one sentence."""
    with opened(path) as stream:
        yield as_table(read_lines(stream, path.name))


def read_lines(stream: IO[bytes], name: str) -> Iterator[Line]:
    """Every line of a CSV or XLSX that is not empty; `name` begins the sentence that refuses it."""
    match format_of(stream, name):
        case Format.XLSX:
            return read_xlsx(stream, name)
        case Format.CSV:
            return read_csv(stream)
        case Format.XML:
            raise InputRefused(_("%(name)s bukan tabel CSV atau XLSX.") % {"name": name})
