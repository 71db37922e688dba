"""Writing the files that tests read, without the product's code."""

import csv
import gzip
import io
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from xml.sax.saxutils import quoteattr

import xlsxwriter

CASE = "case:concept:name"


def csv_text(rows: Sequence[Mapping[str, str]], delimiter: str = ",") -> str:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def xes_lines(rows: Iterable[Mapping[str, str]]) -> Iterable[str]:
    """Rows of one case must stand together. `case:` attributes go to the trace, empty ones are left out."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<log xes.version="1849-2016" xmlns="http://www.xes-standard.org/">\n'
    yield '<global scope="trace"><string key="concept:name" value="tidak dibaca"/></global>\n'
    for _case, events in groupby(rows, key=lambda row: row[CASE]):
        yield "<trace>\n"
        for number, row in enumerate(events):
            if number == 0:
                yield from (
                    _attribute(key[5:], value) for key, value in row.items() if key.startswith("case:")
                )
            yield "<event>"
            yield from (_attribute(key, value) for key, value in row.items() if not key.startswith("case:"))
            yield "</event>\n"
        yield "</trace>\n"
    yield "</log>\n"


def _attribute(key: str, value: str) -> str:
    kind = "date" if key == "time:timestamp" else "string"
    return f"<{kind} key={quoteattr(key)} value={quoteattr(value, {chr(13): '&#13;'})}/>" if value else ""


def write_xes_gz(path: Path, rows: Iterable[Mapping[str, str]]) -> Path:
    with gzip.open(path, "wt", encoding="utf-8") as out:
        out.writelines(xes_lines(rows))
    return path


def write_xlsx(path: Path, rows: Sequence[Mapping[str, object]]) -> Path:
    texts_stay_texts = {"strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(str(path), {"default_date_format": "yyyy-mm-dd hh:mm:ss", **texts_stay_texts})
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, list(rows[0]))
    for number, row in enumerate(rows, start=1):
        sheet.write_row(number, 0, [row[name] for name in rows[0]])
    book.close()
    return path
