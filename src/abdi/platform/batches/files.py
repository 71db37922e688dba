"""The files of a batch: one PDF after the other in a folder, at the end one ZIP. Never two in memory."""

import os
import shutil
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

from abdi.platform.batches.models import Batch


def put(batch: Batch, name: str, pdf: bytes) -> None:
    """Whole or not at all: a worker may die at any moment, and the next one goes on."""
    batch.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = batch.folder / f".{name}"
    draft.write_bytes(pdf)
    draft.replace(batch.folder / name)


def pack(batch: Batch) -> Path:
    """PDFs are compressed already, so they are only put together."""
    batch.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = batch.path.with_suffix(".part")
    with draft.open("wb") as target:
        with ZipFile(target, "w", ZIP_STORED) as archive:
            for pdf in sorted(batch.folder.glob("*.pdf")):
                archive.write(pdf, pdf.name)
        target.flush()
        os.fsync(target.fileno())
    draft.replace(batch.path)
    shutil.rmtree(batch.folder)
    return batch.path


def remove(batch: Batch) -> None:
    batch.path.unlink(missing_ok=True)
