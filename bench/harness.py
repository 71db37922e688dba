"""What a bench is made of: a function yielding figures, a database of its own, a fair race, one JSON line each.

A bench file `bench/<name>.py` defines `run(size) -> Iterator[Figure]` and ends with `report("<name>", run)`
under its main guard. Every bench runs in a process of its own, so that its peak memory is its own.
"""

import argparse
import gc
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import django
from django.conf import settings

HERE = Path(__file__).parent
SIZES = ("ci", "large")


@dataclass(frozen=True)
class Figure:
    """One measured number. `n` is what it was measured over; a goal is met from below unless `more_is_better`."""

    metric: str
    value: float
    unit: str
    n: int
    seconds: float
    goal: float | None = None
    more_is_better: bool = False
    stage: str = ""  # of a figure taken several times on the way

    @property
    def meets(self) -> bool | None:
        if self.goal is None:
            return None
        return self.value >= self.goal if self.more_is_better else self.value <= self.goal


@contextmanager
def fresh_database() -> Iterator[None]:
    """A home and a migrated database of the bench's own, gone afterwards: SQLite, or on ABDI_DATABASE_URL's server."""
    with TemporaryDirectory(prefix="abdi-bench-") as home:
        os.environ["ABDI_HOME"] = home
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "abdi.config.settings")
        django.setup()
        from django.core.management import call_command
        from django.db import connection

        if connection.vendor == "sqlite":
            call_command("migrate", verbosity=0)
            yield
            connection.close()
            return
        own = connection.settings_dict["NAME"]
        connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
        try:
            yield
        finally:
            connection.creation.destroy_test_db(own, verbosity=0)


def forget_peak() -> None:
    """From here on `peak_mib` tells of what comes; the system then counts this process anew (proc(5), clear_refs)."""
    Path("/proc/self/clear_refs").write_text("5")


def peak_mib() -> float:
    """The most memory this process had in use since its start, or since `forget_peak`."""
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


def race(*runners: Callable[[int], object], rounds: int) -> list[float]:
    """Median seconds of each runner. They take turns, each round starting with another one; all get the round."""
    seconds: list[list[float]] = [[] for _ in runners]
    for number in range(rounds):
        for place in range(len(runners)):
            which = (place + number) % len(runners)
            gc.collect()
            start = time.perf_counter()
            runners[which](number)
            seconds[which].append(time.perf_counter() - start)
    return [median(times) for times in seconds]


def report(name: str, run: Callable[[str], Iterator[Figure]]) -> None:
    """Run one bench and print its figures, as JSON lines or for people."""
    parser = argparse.ArgumentParser(description=run.__doc__)
    parser.add_argument("--size", choices=SIZES, default="ci")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    for figure in run(options.size):
        print(_json(name, figure) if options.json else _words(figure), flush=True)


def main() -> int:
    """Run the benches named (all, when none is), each in its own process."""
    known = sorted(
        file.stem
        for file in HERE.glob("*.py")
        if file.stem not in {"__init__", "harness", "crowd", "hospital", "grievances"}
    )
    parser = argparse.ArgumentParser(
        prog="script/bench",
        description="Ukur kecepatan dan memori.",
        epilog="Contoh: script/bench ledger measure --size large --json",
    )
    parser.add_argument(
        "names", nargs="*", metavar="NAMA", help=f"pilihan: {', '.join(known)}; kosong: semua"
    )
    parser.add_argument("--size", choices=SIZES, default="ci")
    parser.add_argument("--json", action="store_true", help="satu objek JSON per baris")
    options = parser.parse_args()
    if unknown := set(options.names) - set(known):
        parser.error(f"tidak ada bench bernama {', '.join(sorted(unknown))}; pilihan: {', '.join(known)}")
    flags = ["--size", options.size, *(["--json"] if options.json else [])]
    codes = [
        subprocess.run([sys.executable, "-m", f"bench.{name}", *flags], check=False).returncode
        for name in options.names or known
    ]
    return max(codes)


def _json(name: str, figure: Figure) -> str:
    return json.dumps(
        {
            "bench": name,
            "metric": figure.metric,
            **({"stage": figure.stage} if figure.stage else {}),
            "value": figure.value,
            "unit": figure.unit,
            "goal": figure.goal,
            "meets": figure.meets,
            "database": _database(),
            "n": figure.n,
            "seconds": round(figure.seconds, 3),
        }
    )


def _words(figure: Figure) -> str:
    goal = (
        "" if figure.goal is None else f"  sasaran {figure.goal:g}: {'tercapai' if figure.meets else 'BELUM'}"
    )
    return (
        f"{f'{figure.metric} {figure.stage}':32} {figure.value:>14,.2f} {figure.unit:8} n={figure.n:,}{goal}"
    )


def _database() -> str | None:
    """The database a bench used, with its version; None for one that needs none."""
    if not settings.configured:
        return None
    from django.db import connection

    name = {"sqlite": "sqlite", "postgresql": "postgresql"}[connection.vendor]
    return f"{name} {'.'.join(map(str, connection.get_database_version()))}"


if __name__ == "__main__":
    sys.exit(main())
