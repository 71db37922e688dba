"""A .tar.gz with a manifest as its last member: every other member with its SHA-256 and size."""

import hashlib
import io
import json
import tarfile
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from django.utils.translation import gettext as _

from abdi.platform.errors import InputRefused

MANIFEST = "manifest.json"
FORMAT = 1
CHUNK = 1 << 20


@dataclass(frozen=True)
class Manifest:
    made_at: str
    vendor: str
    counts: dict[str, int]
    members: dict[str, str] = field(default_factory=dict)  # name → SHA-256
    format: int = FORMAT


class _Hashing:
    """Passes bytes on and remembers their digest."""

    def __init__(self, source: BinaryIO) -> None:
        self._source, self._digest = source, hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        chunk = self._source.read(size)
        self._digest.update(chunk)
        return chunk

    @property
    def hexdigest(self) -> str:
        return self._digest.hexdigest()


def pack(target: Path, members: Iterable[tuple[str, Path]], manifest: Manifest) -> Manifest:
    """Write the archive, readable by its owner alone; it has its name only once it is whole."""
    if target.exists():
        raise InputRefused(_("%(path)s sudah ada; pilih nama berkas lain.") % {"path": target})
    draft = target.with_name(f".{target.name}.part")
    draft.touch(mode=0o600)
    try:
        with tarfile.open(draft, "w:gz") as tar:
            for name, path in members:
                manifest.members[name] = _add(tar, name, path)
            _add_manifest(tar, manifest)
        draft.rename(target)
    finally:
        draft.unlink(missing_ok=True)
    return manifest


def _add(tar: tarfile.TarFile, name: str, path: Path) -> str:
    with path.open("rb") as source:
        reader = _Hashing(source)
        tar.addfile(tar.gettarinfo(arcname=name, fileobj=source), reader)
        return reader.hexdigest


def _add_manifest(tar: tarfile.TarFile, manifest: Manifest) -> None:
    content = json.dumps(asdict(manifest), indent=1).encode()
    info = tarfile.TarInfo(MANIFEST)
    info.size = len(content)
    tar.addfile(info, io.BytesIO(content))


def unpack(source: Path, target: Path) -> Manifest:
    """Write every member below `target` and compare it with the manifest.

    Raises `InputRefused` naming the first member that is missing, added or altered.
    """
    try:
        with tarfile.open(source, "r:gz") as tar:
            found = {member.name: _extract(tar, member, target) for member in tar}
        manifest = Manifest(**json.loads((target / MANIFEST).read_text()))
    except FileNotFoundError as error:
        raise InputRefused(
            _("%(path)s tidak ada, atau bukan cadangan Abdi yang utuh.") % {"path": source}
        ) from error
    except (tarfile.TarError, EOFError, OSError, ValueError, TypeError) as error:
        raise InputRefused(
            _("%(path)s tidak terbaca sebagai cadangan Abdi: %(error)s.") % {"path": source, "error": error}
        ) from error
    _compare(found, manifest)
    return manifest


def _extract(tar: tarfile.TarFile, member: tarfile.TarInfo, target: Path) -> str:
    content = tar.extractfile(member) if member.isreg() else None
    name = PurePosixPath(member.name)
    if content is None or name.is_absolute() or ".." in name.parts:
        raise ValueError(member.name)
    path = target / name
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    path.touch(mode=0o600)
    digest = hashlib.sha256()
    with path.open("wb") as copy:
        while chunk := content.read(CHUNK):
            digest.update(chunk)
            copy.write(chunk)
    return digest.hexdigest()


def _compare(found: dict[str, str], manifest: Manifest) -> None:
    if manifest.format != FORMAT:
        raise InputRefused(_("Cadangan ini dibuat versi Abdi yang lebih baru; perbarui Abdi dahulu."))
    found.pop(MANIFEST)
    for name in sorted(found.keys() | manifest.members.keys()):
        if found.get(name) != manifest.members.get(name):
            raise InputRefused(
                _("Isi cadangan “%(name)s” hilang atau berubah; pakai cadangan lain.") % {"name": name}
            )
