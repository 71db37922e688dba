"""Giving a stored file out again. There is no address for files: whoever serves one has checked who asks."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from django.utils.translation import gettext as _

from abdi.platform.errors import PolicyRefused
from abdi.platform.files.kinds import ALL
from abdi.platform.files.models import StoredFile


@dataclass(frozen=True)
class ServedFile:
    """What a view needs for its answer. `inline`: harmless to show; everything else is downloaded."""

    path: Path
    content_type: str
    name: str
    size: int
    inline: bool


def served_file(stored: StoredFile, *, permit: Callable[[StoredFile], None]) -> ServedFile:
    """`permit` raises `PermissionRefused` for whoever may not see it. A lost content is said, not guessed."""
    permit(stored)
    if not stored.path.is_file():
        raise PolicyRefused(
            _(
                "Isi berkas “%(name)s” tidak ditemukan di penyimpanan; minta pengelola memulihkannya dari cadangan."
            )
            % {"name": stored.name}
        )
    inline = any(kind.content_type == stored.content_type and kind.shown_inline for kind in ALL)
    return ServedFile(stored.path, stored.content_type, stored.name, stored.size, inline)


def open_file(stored: StoredFile, *, permit: Callable[[StoredFile], None]) -> BinaryIO:
    """The content for reading, after `permit`."""
    return served_file(stored, permit=permit).path.open("rb")
