"""How often the unit proposed for a complaint is the one that answered it, beside always naming the commonest one.

Learnt from the older four fifths, asked about the newest fifth. Two sets: fictional Indonesian complaints, and where
the file lies beside the repository, a night of New York's 311 (the agency, told from type and descriptor).
"""

import csv
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from abdi.voice.complaints.reading.learning import learn
from bench.grievances import grievances
from bench.harness import Figure, report

CASES = {"ci": 3_000, "large": 20_000}
NYC = Path(__file__).parents[2] / "shared" / "data" / "nyc311" / "nyc311_sample.csv"


def run(size: str) -> Iterator[Figure]:
    """Accuracy of the proposal and of its baseline."""
    yield from _measured("rekaan", list(grievances(CASES[size])))
    if NYC.is_file():
        yield from _measured("nyc311", _new_york())


def _measured(stage: str, cases: Sequence[tuple[str, str]]) -> Iterator[Figure]:
    start = time.perf_counter()
    router = learn(*zip(*cases, strict=True))
    seconds = time.perf_counter() - start
    if router is None:
        raise RuntimeError(f"{stage}: {len(cases)} cases are too few to learn from")
    baseline = round(router.baseline, 4)
    yield Figure(
        "complaint.routing_accuracy",
        round(router.accuracy, 4),
        "bagian",
        router.tested,
        seconds,
        goal=baseline,
        more_is_better=True,
        stage=stage,
    )
    yield Figure("complaint.routing_baseline", baseline, "bagian", router.tested, seconds, stage=stage)


def _new_york() -> list[tuple[str, str]]:
    with NYC.open(newline="", encoding="utf-8") as file:
        rows = sorted(csv.DictReader(file), key=lambda row: row["created_date"])
    return [(f"{row['complaint_type']} {row['descriptor']}", row["agency"]) for row in rows]


if __name__ == "__main__":
    report("complaint", run)
