"""Real data, read from beside the repository and never copied into it."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("ABDI_SHARED_DATA", ROOT.parent / "shared" / "data"))


def shared(name: str) -> Path:
    """Path of a shared data file; skips the test, with the reason, where it is absent."""
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"data nyata {name} tidak ada di {SHARED.name}/; atur ABDI_SHARED_DATA")
    return path
