"""What one run of the suite needs once: the first of its workers makes it, the others wait and find it."""

import fcntl
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """The folder `name` of this run, made by `make(folder)`; look at it or copy it, and leave it as it is."""
    base = factory.getbasetemp()
    run = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    found = run / f"once-{name}"
    with (run / f"once-{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not found.exists():
            draft = run / f"once-{name}.draft"
            shutil.rmtree(draft, ignore_errors=True)  # of a worker whose try ended in an error
            make(draft)
            draft.rename(found)
    return found
