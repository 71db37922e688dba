"""How often the unit proposed for a complaint is the one that answered it, and how long a search among many takes.

Learnt from the older four fifths, asked about the newest fifth, beside naming the commonest unit of that fifth every
time. Two sets: fictional Indonesian complaints, and where the file lies beside the repository, a night of New York's
311 (the agency, told from type and descriptor). Searched are the first fifty of the fictional ones, as a page does.
"""

import csv
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import quantiles

from abdi.voice.complaints.reading.learning import learn
from bench.grievances import grievances
from bench.harness import Figure, fresh_database, report

CASES = {"ci": 3_000, "large": 20_000}
SEARCHED = {"ci": 5_000, "large": 100_000}
QUESTIONS = (
    "lampu jalan mati",
    "sampah",
    "jalan",
    "tagihan air naik",
    "ktp pasar misal",
    "puskesm",
    "tidak ada",
)
LOOKS, ON_A_PAGE, AT_ONCE, GOAL_MS = 3, 50, 1_000, 1_000
NYC = Path(__file__).parents[2] / "shared" / "data" / "nyc311" / "nyc311_sample.csv"


def run(size: str) -> Iterator[Figure]:
    """Accuracy of the proposal and of its baseline; p95 of a search with its count and its first page."""
    yield from _measured("rekaan", list(grievances(CASES[size])))
    if NYC.is_file():
        yield from _measured("nyc311", _new_york())
    with fresh_database():
        yield _searched(SEARCHED[size])


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


def _searched(count: int) -> Figure:
    from abdi.platform.tenancy.models import Instansi
    from abdi.platform.tenancy.scope import instansi_scope
    from abdi.voice.complaints.models import Complaint
    from abdi.voice.complaints.search import find

    instansi = Instansi.objects.create(code="kab-contoh", name="Kabupaten Contoh", is_example=True)
    with instansi_scope(instansi):
        _filed(count)
        times = []
        for question in QUESTIONS * LOOKS:
            start = time.perf_counter()
            found = find(Complaint.objects.all(), question)
            found.count(), list(found[:ON_A_PAGE])
            times.append(time.perf_counter() - start)
    p95 = quantiles(times, n=20)[-1] * 1000
    return Figure("complaint.search_p95_ms", round(p95, 1), "ms", count, sum(times), goal=GOAL_MS)


def _filed(count: int) -> None:
    from abdi.voice.complaints.models import Complaint
    from abdi.voice.complaints.reading.models import Term
    from abdi.voice.complaints.search import words_for

    texts, since = list(grievances(count)), datetime(2026, 1, 1, tzinfo=UTC)
    for first in range(0, count, AT_ONCE):
        rows = Complaint.objects.bulk_create(
            Complaint(
                code=f"K{number:08}",
                number=f"P{number:08}",
                kind="pengaduan",
                channel="web",
                title=text[:40],
                text=text,
                public_text=text,
                received_at=since + timedelta(minutes=number),
                felt_since=since,
                status_since=since,
            )
            for number, (text, _unit) in enumerate(texts[first : first + AT_ONCE], start=first)
        )
        Term.objects.bulk_create(term for row in rows for term in words_for(row))


def _new_york() -> list[tuple[str, str]]:
    with NYC.open(newline="", encoding="utf-8") as file:
        rows = sorted(csv.DictReader(file), key=lambda row: row["created_date"])
    return [(f"{row['complaint_type']} {row['descriptor']}", row["agency"]) for row in rows]


if __name__ == "__main__":
    report("complaint", run)
