"""Opening a file by what it contains; its name and ending are not asked."""

import gzip
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from pathlib import Path
from typing import IO, cast

from django.utils.translation import gettext as _

from abdi.platform.errors import InputRefused

_GZIP = b"\x1f\x8b"
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0"
_BEFORE_MARKUP = b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"
_HEAD = 512


class Format(Enum):
    CSV = "csv"
    XLSX = "xlsx"
    XML = "xml"


@contextmanager
def opened(path: Path) -> Iterator[IO[bytes]]:
    """The file's bytes, unpacked if it is gzip; a missing or torn file becomes one sentence."""
    try:
        raw = path.open("rb")
    except OSError as error:
        raise InputRefused(
            _("Berkas %(path)s tidak dapat dibuka (%(reason)s); periksa nama dan izinnya.")
            % {"path": path, "reason": error.strerror}
        ) from None
    with raw:
        packed = raw.read(len(_GZIP)) == _GZIP
        raw.seek(0)
        try:
            yield cast(IO[bytes], gzip.GzipFile(fileobj=raw)) if packed else raw
        except (gzip.BadGzipFile, EOFError, zlib.error):
            raise InputRefused(
                _("Arsip gzip %(name)s rusak atau terpotong; salin ulang berkasnya.") % {"name": path.name}
            ) from None


def format_of(stream: IO[bytes], name: str) -> Format:
    """Told from the first bytes; the stream is rewound."""
    head = stream.read(_HEAD)
    stream.seek(0)
    if head.startswith(_OLE):
        raise InputRefused(
            _("%(name)s adalah XLS lama atau terkunci sandi; simpan ulang sebagai XLSX tanpa sandi.")
            % {"name": name}
        )
    if head.startswith(_ZIP):
        return Format.XLSX
    return Format.XML if head.lstrip(_BEFORE_MARKUP).startswith(b"<") else Format.CSV
