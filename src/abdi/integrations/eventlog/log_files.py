"""An event log as a table of rows, whatever the file is."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from abdi.integrations.eventlog.xes_reader import read_xes
from abdi.platform.tables.files import read_lines
from abdi.platform.tables.opening import Format, format_of, opened
from abdi.platform.tables.rows import Table, as_table


@contextmanager
def open_log(path: Path) -> Iterator[Table]:
    """CSV, XLSX or XES, gzip or not. Reads as its rows are asked for; refuses in one sentence."""
    with opened(path) as stream:
        is_xes = format_of(stream, path.name) is Format.XML
        yield read_xes(stream) if is_xes else as_table(read_lines(stream, path.name))
