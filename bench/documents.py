"""Evaluations to PDF in bulk, as the worker prints them: issued, stored, packed; and memory that stays where it is."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

from bench.harness import Figure, fresh_database, report

EVALUATIONS = {"ci": 100, "large": 1_000}
PAGE = os.sysconf("SC_PAGE_SIZE")
GROWTH_GOAL = 0.1  # MiB a document: what grows by it would stop a batch of ten thousand


def run(size: str) -> Iterator[Figure]:
    """Documents a second, the peak of the process, and by how much it grew over the second half."""
    with fresh_database():
        yield from _printed(EVALUATIONS[size])


def _printed(count: int) -> Iterator[Figure]:
    from abdi.platform.accounts.models import system_user
    from abdi.platform.instansi.actions import open_instansi
    from abdi.platform.tenancy.scope import instansi_scope

    instansi = open_instansi(
        actor=system_user(), code="kab-contoh", name="Kabupaten Contoh", place="Contoh", is_example=True
    )
    with instansi_scope(instansi):
        batch = _ordered(count)
        start = time.perf_counter()
        half, peak = _watched(batch)
        seconds = time.perf_counter() - start
    batch.refresh_from_db()
    if (batch.done, batch.passed_over) != (count, 0):
        raise RuntimeError(f"{batch.done} printed and {batch.passed_over} passed over of {count}")
    grown = (peak - half) / (count / 2)
    yield Figure(
        "documents.pdf_per_s", round(count / seconds, 1), "PDF/s", count, seconds, more_is_better=True
    )
    yield Figure("documents.peak_mib", round(peak, 1), "MiB", count, seconds)
    yield Figure("documents.growth_mib", round(grown, 4), "MiB/PDF", count, seconds, goal=GROWTH_GOAL)


def _watched(batch) -> tuple[float, float]:
    """Deliver portion by portion; the memory in use when half was printed, and the most there ever was."""
    from abdi.platform.outbox.delivery import claim, deliver

    half, peak = 0.0, 0.0
    while message := claim():
        deliver(message)
        peak = max(peak, _resident_mib())
        batch.refresh_from_db()
        if not half and batch.done >= batch.total / 2:
            half = peak
    return half, peak


def _ordered(count: int):
    """`count` decided evaluations of one unit, and the order to print them all."""
    from abdi.evaluation.models import Evaluation
    from abdi.evaluation.papers import EVALUASI
    from abdi.platform.accounts.models import system_user
    from abdi.platform.batches import printing
    from abdi.platform.batches.actions import order_batch
    from tests import cast
    from tests.web.crowd import join

    printing.PORTION = max(10, count // 20)
    office = cast.open_office()
    first = _decided(office)
    Evaluation.objects.bulk_create(_like(first, one.skp.get()) for one in join(office, count - 1))
    return order_batch(
        actor=system_user(), paper=EVALUASI, title="Evaluasi triwulan III", period=office.quarter.uid
    )


def _decided(office):
    """Rina's evaluation, through the product's own actions."""
    from abdi.evaluation import actions
    from abdi.evaluation.enums import Rating
    from tests import cast

    dewi, skp = office.user("dewi"), cast.agreed_skp(office)
    one = actions.open_evaluation(actor=dewi, skp=skp, period=office.quarter)
    actions.give_ratings(actor=dewi, evaluation=one, hasil=Rating.SESUAI, perilaku=Rating.SESUAI)
    return actions.decide_predikat(actor=dewi, evaluation=one)


def _like(first, skp):
    """The same judgement of somebody else: its own name on the sheet, hence its own file."""
    from abdi.evaluation.models import Evaluation

    kept = ("period", "status", "predikat_organisasi", "rating_hasil", "rating_perilaku", "predikat")
    content = {**first.snapshot, "pegawai": {**first.snapshot["pegawai"], "nama": skp.employee.name}}
    return Evaluation(
        skp=skp,
        snapshot=content,
        decided_at=first.decided_at,
        decided_by=first.decided_by,
        **{name: getattr(first, name) for name in kept},
    )


def _resident_mib() -> float:
    """In use now, unlike the peak that the system keeps for a process."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * PAGE / 2**20


if __name__ == "__main__":
    report("documents", run)
