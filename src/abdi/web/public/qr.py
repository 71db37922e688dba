"""A QR code in a page."""

from itertools import groupby

import segno
from django.utils.html import format_html
from django.utils.safestring import SafeString

_BORDER = 1  # of white; the class adds the rest of the quiet zone


def qr(address: str) -> SafeString:
    """One SVG path, as large as its class says. Beside it stands in words where it leads, so it needs no name."""
    rows = segno.make(address, error="m", micro=False).matrix
    path = "".join(_row(y, row) for y, row in enumerate(rows, start=_BORDER))
    size = len(rows) + 2 * _BORDER
    drawn = '<svg class="qr" viewBox="0 0 {} {}" aria-hidden="true" shape-rendering="crispEdges"><path d="{}"/></svg>'
    return format_html(drawn, size, size, path)


def _row(y: int, row: bytearray) -> str:
    """Each run of dark modules as one rectangle."""
    path, x = "", _BORDER
    for dark, run in groupby(row):
        width = len(list(run))
        path += f"M{x} {y}h{width}v1h-{width}z" if dark else ""
        x += width
    return path
