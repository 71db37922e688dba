"""An event log as a table of rows, whatever the file is."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from abdi.integrations.eventlog.xes_reader import read_xes
from abdi.integrations.tables.csv_reader import read_csv
from abdi.integrations.tables.opening import Format, format_of, opened
from abdi.integrations.tables.rows import Table
from abdi.integrations.tables.xlsx_reader import read_xlsx


@contextmanager
def open_log(path: Path) -> Iterator[Table]:
    """CSV, XLSX or XES, gzip or not. Reads as its rows are asked for; refuses in one sentence."""
    with opened(path) as stream:
        match format_of(stream, path.name):
            case Format.XLSX:
                yield read_xlsx(stream, path.name)
            case Format.XML:
                yield read_xes(stream)
            case Format.CSV:
                yield read_csv(stream, path)
