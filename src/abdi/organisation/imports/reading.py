"""An employee file as lines of text. Nothing is computed: a cell that looks like a formula stays text."""

import re
from io import BytesIO

from django.utils.translation import gettext as _

from abdi.platform.errors import InputRefused
from abdi.platform.tables.files import read_lines as lines_of
from abdi.platform.tables.rows import Line

_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})T[\d:.]+")


def read_lines(content: bytes) -> list[Line]:
    """Line number (as the spreadsheet shows it) and cells of every line that is not empty."""
    lines = [
        (number, [_tidy(cell) for cell in cells])
        for number, cells in lines_of(BytesIO(content), _("Berkas ini"))
    ]
    kept = [(number, cells) for number, cells in lines if any(cells)]
    if not kept:
        raise InputRefused(_("Berkas kosong; isi menurut templat lalu unggah lagi."))
    for number, cells in kept:
        if any("\0" in cell for cell in cells):
            raise InputRefused(
                _("Baris {line} memuat karakter nol; simpan ulang sebagai “CSV UTF-8”.").format(line=number)
            )
    return kept


def _tidy(cell: str) -> str:
    """Line breaks, no-break and doubled spaces inside a cell are how it was typed, not what it says.

    Of a moment the day counts: a sheet may keep one where a date was meant.
    """
    text = " ".join(cell.split())
    moment = _MOMENT.fullmatch(text)
    return moment[1] if moment else text
