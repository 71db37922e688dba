"""A picture as it is kept: the picture alone."""

from io import BytesIO
from typing import BinaryIO

from django.core.files import File
from django.utils.translation import gettext as _

from abdi.platform.errors import InputRefused

# segments by their marker (ITU-T T.81, table B.1): application data 1–15 hold Exif, XMP, IPTC and makers' notes;
# 2 is the colour profile and 14 the colour transform, without which the picture looks wrong; FE is a comment
_DROPPED = frozenset(range(0xE1, 0xF0)) - {0xE2, 0xEE} | {0xFE}
_SCAN, _MARKER, _HEAD = 0xDA, 0xFF, 4


# chunks of a PNG that hold words or Exif, and the moment it was made (PNG, third edition, 11.3)
_PNG = b"\x89PNG\r\n\x1a\n"
_WORDS = {b"eXIf", b"tEXt", b"zTXt", b"iTXt", b"tIME"}
_AROUND = 12  # bytes of a chunk beside its data: length, type, checksum


def without_metadata(content: "BinaryIO | File[bytes]") -> BinaryIO:
    """The same JPEG or PNG without what the telephone wrote beside the picture: position, device, owner.

    Raises InputRefused where the file is no whole picture.
    """
    content.seek(0)
    data = content.read()
    return BytesIO(b"".join(_png(data) if data.startswith(_PNG) else _jpeg(data)))


def _jpeg(data: bytes) -> list[bytes]:
    kept, at = [data[:2]], 2
    while data[at : at + 1] == bytes([_MARKER]) and len(data) >= at + _HEAD:
        marker, end = data[at + 1], at + 2 + int.from_bytes(data[at + 2 : at + _HEAD])
        if marker == _SCAN:
            return [*kept, data[at:]]
        if marker not in _DROPPED:
            kept.append(data[at:end])
        at = end
    raise _broken()


def _png(data: bytes) -> list[bytes]:
    kept, at = [_PNG], len(_PNG)
    while at + _AROUND <= len(data):
        kind, end = data[at + 4 : at + 8], at + _AROUND + int.from_bytes(data[at : at + 4])
        if kind not in _WORDS:
            kept.append(data[at:end])
        if kind == b"IEND":
            return kept
        at = end
    raise _broken()


def _broken() -> InputRefused:
    return InputRefused(_("Foto ini tidak utuh; ambil ulang lalu kirim lagi."), field="photo")
