"""A photograph drawn anew: what is kept was written by us, pixel by pixel, and carries nothing but the picture.

Copying the pixels into a new file drops position, device and owner, and whatever else a file may hide that is two
things at once. Pillow is imported only here: those who handle no picture need not wait for it.
"""

from dataclasses import dataclass
from io import SEEK_END, BytesIO
from typing import TYPE_CHECKING, BinaryIO

from django.conf import settings
from django.utils.translation import gettext as _

from abdi.platform.errors import InputRefused

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PIXELS = 24_000_000  # what a good telephone takes; more is a bomb that unpacks in memory
LARGEST, SMALL = 1_600, 480  # pixels of the longer side: on a desk, in a list
READ = ("JPEG", "PNG", "WEBP")
_QUALITY = 72  # of a JPEG: artefacts are hard to see, the file is a third


@dataclass(frozen=True)
class Picture:
    """`content` is a JPEG, rewound."""

    content: BytesIO
    width: int
    height: int


def redrawn(content: BinaryIO, *, field: str = "photo", largest: int = LARGEST) -> Picture:
    """The picture upright, at most `largest` pixels long, as a fresh JPEG.

    Raises InputRefused (`field`) for what is no JPEG, PNG or WebP, is broken, moves, or has too many bytes or pixels.
    """
    from PIL import Image, ImageOps, UnidentifiedImageError

    _check_weight(content, field)
    try:
        with Image.open(content, formats=READ) as found:
            _check_size(found, field)
            found.thumbnail((largest, largest))  # first, so that little is held in memory
            plain = _on_white(ImageOps.exif_transpose(found))
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        raise InputRefused(
            _("Foto ini tidak dapat dibaca; kirim foto JPEG, PNG, atau WebP yang utuh."), field=field
        ) from None
    drawn = BytesIO()
    plain.save(drawn, "JPEG", quality=_QUALITY, optimize=True)
    drawn.seek(0)
    return Picture(drawn, plain.width, plain.height)


def _check_weight(content: BinaryIO, field: str) -> None:
    """Leaves it rewound."""
    size = content.seek(0, SEEK_END)
    content.seek(0)
    if size > settings.UPLOAD_MAX_BYTES:
        raise InputRefused(
            _("Foto ini lebih besar dari %d MiB; perkecil dahulu lalu kirim lagi.")
            % (settings.UPLOAD_MAX_BYTES >> 20),
            field=field,
        )


def _check_size(found: "Image", field: str) -> None:
    """Told from the head of the file, before a single pixel is unpacked."""
    if found.width * found.height > MOST_PIXELS:
        raise InputRefused(
            _("Foto ini lebih dari %d megapiksel; perkecil dahulu lalu kirim lagi.")
            % (MOST_PIXELS // 1_000_000),
            field=field,
        )
    if getattr(found, "is_animated", False):
        raise InputRefused(_("Gambar bergerak tidak diterima; kirim satu foto."), field=field)


def _on_white(found: "Image") -> "Image":
    """Without transparency, which JPEG does not know, on a new canvas that has no memory of the file."""
    from PIL import Image

    seen = found.convert("RGBA")
    canvas = Image.new("RGB", seen.size, "white")
    canvas.paste(seen, mask=seen.getchannel("A"))
    return canvas
