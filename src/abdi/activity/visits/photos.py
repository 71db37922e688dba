"""A photo as it is kept: the picture alone."""

from io import BytesIO
from typing import BinaryIO

from django.core.files import File
from django.utils.translation import gettext as _

from abdi.platform.errors import InputRefused

# segments by their marker (ITU-T T.81, table B.1): application data 1–15 hold Exif, XMP, IPTC and makers' notes;
# 2 is the colour profile and 14 the colour transform, without which the picture looks wrong; FE is a comment
_DROPPED = frozenset(range(0xE1, 0xF0)) - {0xE2, 0xEE} | {0xFE}
_SCAN, _MARKER, _HEAD = 0xDA, 0xFF, 4


def without_metadata(content: "BinaryIO | File[bytes]") -> BinaryIO:
    """The same JPEG without what the telephone wrote beside the picture: position, device, owner.

    Raises InputRefused where the file is no whole JPEG.
    """
    data = content.read()
    kept, at = [data[:2]], 2
    while data[at : at + 1] == bytes([_MARKER]) and len(data) >= at + _HEAD:
        marker, end = data[at + 1], at + 2 + int.from_bytes(data[at + 2 : at + _HEAD])
        if marker == _SCAN:
            return BytesIO(b"".join([*kept, data[at:]]))
        if marker not in _DROPPED:
            kept.append(data[at:end])
        at = end
    raise InputRefused(_("Foto ini tidak utuh; ambil ulang lalu kirim lagi."), field="photo")
