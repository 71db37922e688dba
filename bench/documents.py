"""Evaluations to PDF in bulk, as the worker prints them: issued, stored, packed; and memory that stays where it is."""

import time
from collections.abc import Iterator

from bench.harness import Figure, forget_peak, fresh_database, peak_mib, report

EVALUATIONS = {"ci": 100, "large": 1_000}
GROWTH_GOAL = 1.1  # the peak of the second half beside that of the first


def run(size: str) -> Iterator[Figure]:
    """Documents a second, by the clock and of a core; the peak of the process, and how it grew in the second half."""
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
        start, core = time.perf_counter(), time.process_time()
        first, second = _watched(batch)
        seconds, core = time.perf_counter() - start, time.process_time() - core
    batch.refresh_from_db()
    if (batch.done, batch.passed_over) != (count, 0):
        raise RuntimeError(f"{batch.done} printed and {batch.passed_over} passed over of {count}")
    yield Figure(
        "documents.pdf_per_s", round(count / seconds, 1), "PDF/s", count, seconds, more_is_better=True
    )
    yield Figure(
        "documents.pdf_per_core_s", round(count / core, 1), "PDF/s", count, seconds, more_is_better=True
    )
    yield Figure("documents.peak_mib", round(max(first, second), 1), "MiB", count, seconds)
    yield Figure("documents.peak_growth", round(second / first, 3), "×", count, seconds, goal=GROWTH_GOAL)


def _watched(batch) -> tuple[float, float]:
    """Deliver portion by portion; the most memory in use over the first half, and over the second."""
    from abdi.platform.outbox.delivery import claim, deliver

    peaks = [0.0, 0.0]
    while message := claim():
        late = batch.done >= batch.total / 2
        forget_peak()
        deliver(message)
        peaks[late] = max(peaks[late], peak_mib())
        batch.refresh_from_db()
    return peaks[False], peaks[True]


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


if __name__ == "__main__":
    report("documents", run)
