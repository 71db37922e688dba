"""What DuckDB may take of the machine."""

from pathlib import Path
from typing import Any

from django.conf import settings


def limits() -> dict[str, Any]:
    """Those of the settings; what does not fit spills below ABDI_HOME. No extension is fetched from the network."""
    spill = Path(settings.ABDI_HOME) / "tmp" / "measure"
    spill.mkdir(parents=True, exist_ok=True)
    found: dict[str, Any] = {
        "memory_limit": settings.MEASURE_MEMORY,
        "temp_directory": str(spill),
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
    }
    if settings.MEASURE_THREADS:
        found["threads"] = settings.MEASURE_THREADS
    return found
