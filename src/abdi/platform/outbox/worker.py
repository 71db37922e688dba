"""The process that runs jobs: django-tasks-db's worker, and beside it the tick that feeds it."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from threading import Event, Thread
from types import FrameType

from django.db import Error, close_old_connections, connection
from django.utils import timezone
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker

from abdi.platform.outbox.tick import beat, tick

logger = logging.getLogger(__name__)
BEAT = timedelta(seconds=20)


class PatientWorker(Worker):
    def shutdown(self, signum: int, frame: FrameType | None) -> None:
        """End at the next turn of the loop. The library's own exits from whatever the signal met, which in the
        middle of a query leaves PostgreSQL's connection unusable. A second signal is still obeyed at once."""
        if not self.running:
            super().shutdown(signum, frame)
        self.running = False


def work(*, interval: float, batch: bool) -> None:
    """Run jobs until SIGTERM or SIGINT: the job in hand is finished first. `batch`: until none is left."""
    name = get_random_string(32)
    worker = PatientWorker(
        queue_names=["*"],
        excluded_queue_names=[],
        interval=interval,
        batch=batch,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=name,
    )
    worker.configure_signals()
    if batch:
        tick(timezone.now())
        worker.run()
        return
    with _ticking(name, interval):
        worker.run()


@contextmanager
def _ticking(worker: str, interval: float) -> Iterator[None]:
    stop = Event()
    thread = Thread(target=_tick_until, args=(stop, worker, interval), name="tick")
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


def _tick_until(stop: Event, worker: str, interval: float) -> None:
    """A database that is away for a moment costs ticks, not the worker."""
    next_beat = timezone.now()
    while not stop.wait(interval):
        now = timezone.now()
        try:
            close_old_connections()
            tick(now)
            if now >= next_beat:
                beat(worker, now)
                next_beat = now + BEAT
        except Error:
            logger.exception("tick failed")
    connection.close()
