"""A file with one table in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.utils.translation import gettext as _

from abdi.integrations.tables.csv_reader import read_csv
from abdi.integrations.tables.opening import Format, format_of, opened
from abdi.integrations.tables.rows import Table
from abdi.integrations.tables.xlsx_reader import read_xlsx
from abdi.platform.errors import InputRefused


@contextmanager
def open_table(path: Path) -> Iterator[Table]:
    """CSV or XLSX. Reads as its rows are asked for; refuses in one sentence."""
    with opened(path) as stream:
        match format_of(stream, path.name):
            case Format.XLSX:
                yield read_xlsx(stream, path.name)
            case Format.CSV:
                yield read_csv(stream, path)
            case Format.XML:
                raise InputRefused(_("%(name)s bukan tabel CSV atau XLSX.") % {"name": path.name})
