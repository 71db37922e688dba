"""Tables to take along: CSV that a spreadsheet opens rightly, XLSX, and PDF."""

import csv
from collections.abc import Iterable, Sequence
from io import BytesIO, StringIO

from django.http import Http404, HttpResponse
from django.utils.text import slugify

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def table(kind: str, name: str, header: Sequence[str], rows: Iterable[Sequence[object]]) -> HttpResponse:
    """`kind`: csv or xlsx; it may stand in an address, so another raises Http404."""
    if kind not in ("csv", "xlsx"):
        raise Http404
    return (_xlsx if kind == "xlsx" else _csv)(name, header, rows)


def pdf(content: bytes, name: str) -> HttpResponse:
    return _attachment(HttpResponse(content, content_type="application/pdf"), name, "pdf")


def attachment(content: bytes, content_type: str, name: str, suffix: str) -> HttpResponse:
    return _attachment(HttpResponse(content, content_type=content_type), name, suffix)


def _csv(name: str, header: Sequence[str], rows: Iterable[Sequence[object]]) -> HttpResponse:
    stream = StringIO()
    writer = csv.writer(stream)
    writer.writerow(header)
    writer.writerows([_harmless(str(cell)) for cell in row] for row in rows)
    # the mark at the start tells Excel that this is UTF-8
    content = HttpResponse(stream.getvalue().encode("utf-8-sig"), content_type="text/csv; charset=utf-8")
    return _attachment(content, name, "csv")


def _xlsx(name: str, header: Sequence[str], rows: Iterable[Sequence[object]]) -> HttpResponse:
    stream = BytesIO()
    import xlsxwriter  # a quarter of a second that only those who export should wait

    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.freeze_panes(1, 0)
        for line, row in enumerate([header, *rows]):
            for place, cell in enumerate(row):
                sheet.write_string(line, place, str(cell))
    return attachment(stream.getvalue(), XLSX, name, "xlsx")


def _harmless(cell: str) -> str:
    """A spreadsheet would run a cell that begins like a formula (OWASP: CSV injection)."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _attachment(response: HttpResponse, name: str, suffix: str) -> HttpResponse:
    response.headers["Content-Disposition"] = f'attachment; filename="{slugify(name)}.{suffix}"'
    response.headers["Cache-Control"] = "private, no-store"
    return response
