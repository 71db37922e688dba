"""Content on disk, under its own SHA-256: written once, whole, readable by this installation alone."""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import BinaryIO

from django.conf import settings
from django.utils.translation import gettext as _

from abdi.platform.errors import InputRefused
from abdi.platform.files.kinds import chunks
from abdi.platform.files.models import content_path

MIB = 1 << 20


@dataclass(frozen=True)
class Written:
    sha256: str
    size: int


def measure(content: BinaryIO, name: str) -> Written:
    """Digest and size; refused as soon as the limit is passed, so that nobody fills memory or disk."""
    digest, size = hashlib.sha256(), 0
    for chunk in chunks(content):
        digest.update(chunk)
        size += len(chunk)
        if size > settings.UPLOAD_MAX_BYTES:
            raise InputRefused(
                _("Berkas “%(name)s” lebih besar dari %(limit)s MiB; perkecil atau bagi dahulu.")
                % {"name": name, "limit": settings.UPLOAD_MAX_BYTES // MIB},
                field="file",
            )
    if not size:
        raise InputRefused(_("Berkas “%(name)s” kosong; pilih berkas lain.") % {"name": name}, field="file")
    return Written(digest.hexdigest(), size)


def write(content: BinaryIO, instansi_code: str, sha256: str) -> Path:
    """Put the content in its place. A crash leaves a draft beside it, never half a file under a digest."""
    path = content_path(instansi_code, sha256)
    if path.exists():
        return path
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as draft:
        draft.writelines(chunks(content))
        draft.flush()
        os.fsync(draft.fileno())
    Path(draft.name).replace(path)
    return path
