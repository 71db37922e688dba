"""The queue under a crowd, and a day of it replayed: nothing twice, nothing lost, every wait as computed elsewhere."""

import heapq
import os
import random
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from bench import crowd
from bench.harness import Figure, fresh_database, report
from bench.hospital import read_steps, replay

CROWD = {"ci": 500, "large": 2_000}
DAY = {"ci": 600, "large": 6_000}
KIOSKS, OFFICERS = 50, 8
WALK = 12  # seconds from the call to the desk
PATIENTS = "hospital/patients.csv"
SHARED = Path(os.environ.get("ABDI_SHARED_DATA", Path(__file__).resolve().parents[2] / "shared" / "data"))


def run(size: str) -> Iterator[Figure]:
    """Numbers a second from 50 kiosks and to 8 officers at once; then a day, and a hospital's log, replayed."""
    with fresh_database():
        yield from _crowded(CROWD[size])
        yield from _replayed(DAY[size])
        if (SHARED / PATIENTS).exists():
            yield from _hospital(None if size == "large" else 40)


def _crowded(numbers: int) -> Iterator[Figure]:
    with crowd.example():
        room = crowd.open_room(OFFICERS)
    crowd.issue_many(room, 1)  # a kiosk has been on for hours: nothing is loaded for the first time
    issuing = _timed(
        crowd.issue_many, [(room, numbers // KIOSKS)] * KIOSKS
    )  # back to back, as no citizen would
    serving = _timed(crowd.serve_all, [(one,) for one in room.sessions])
    with crowd.example():
        found = crowd.count()
    lost = numbers + 1 - found.ended + found.lost + found.gaps
    yield Figure(
        "queue.issued_per_s", round(numbers / issuing, 1), "nomor/s", numbers, issuing, more_is_better=True
    )
    yield Figure(
        "queue.calls_per_s", round(numbers / serving, 1), "nomor/s", numbers, serving, more_is_better=True
    )
    yield Figure("queue.double_calls", found.double, "nomor", numbers, serving, goal=0)
    yield Figure("queue.lost_tickets", lost, "nomor", numbers, issuing + serving, goal=0)


def _timed(work, people: list[tuple]) -> float:
    start = time.perf_counter()
    codes = crowd.finished(crowd.start(work, people))
    if set(codes) != {0}:
        raise RuntimeError(f"{work.__name__}: {codes}")
    return time.perf_counter() - start


# a day of one waiting room


def _replayed(numbers: int) -> Iterator[Figure]:
    """Who comes when and how long each is served is drawn beforehand; whom the counters call, the product says."""
    arrivals, services = _drawn(numbers)
    expected = _waits(arrivals, services)
    start = time.perf_counter()
    shown = _shown(arrivals, services)
    seconds = time.perf_counter() - start
    wrong = sum(one != other for one, other in zip(expected, shown, strict=True))
    yield Figure("queue.wrong_waits", wrong, "nomor", numbers, seconds, goal=0)
    yield Figure(
        "queue.replayed_per_s", round(numbers / seconds, 1), "nomor/s", numbers, seconds, more_is_better=True
    )


def _drawn(numbers: int) -> tuple[list[int], list[int]]:
    """Seconds after nine, crowded in the first hour; seconds at the desk, so that the room is nearly always full."""
    chance = random.Random(4)
    span = 3 * 3_600
    arrivals = sorted(int(span * chance.random() ** 1.5) for _ in range(numbers))
    return arrivals, [round(chance.lognormvariate(0, 0.5) * span * OFFICERS / numbers) for _ in arrivals]


def _waits(arrivals: list[int], services: list[int]) -> list[int]:
    """The independent computation: first come, first served, the counter that is free the longest takes him."""
    free, waits = [0] * OFFICERS, []
    for arrived, service in zip(arrivals, services, strict=True):
        called = max(arrived, heapq.heappop(free))
        heapq.heappush(free, called + WALK + service)
        waits.append(called - arrived)
    return waits


def _shown(arrivals: list[int], services: list[int]) -> list[int]:
    """The same day through the verbs, in the order of its events; what each ticket says it waited."""
    with crowd.example("kab-hari"):
        room = crowd.open_room(OFFICERS)
        hall = _Hall(room, services)
        events = [
            (arrived, 1, None) for arrived in arrivals
        ]  # who leaves at a second leaves before who comes
        heapq.heapify(events)
        while events:
            second, _kind, session = heapq.heappop(events)
            for left in hall.happen(second, session):
                heapq.heappush(events, (left[0], 0, left[1]))
        return hall.waits()


class _Hall:
    """Counters by their row; a counter with nobody to call is idle until somebody comes."""

    def __init__(self, room: crowd.Room, services: list[int]) -> None:
        from abdi.organisation.models import Layanan
        from abdi.platform.accounts.models import public_user
        from abdi.services.queue.models import Pool, Session

        self.line, self.layanan = Pool.objects.get(pk=room.line), Layanan.objects.get(pk=room.layanan)
        rows = Session.objects.select_related("employee__user", "counter__unit").filter(pk__in=room.sessions)
        self.sessions = {one.pk: one for one in rows}
        self.idle, self.at_hand = sorted(self.sessions), {}
        self.services, self.public = services, public_user()

    def happen(self, second: int, session: int | None) -> Iterator[tuple[int, int]]:
        """Somebody comes, or leaves the counter `session`; yields when each counter that called will be free."""
        from abdi.services.queue import actions
        from abdi.services.queue.enums import Channel

        if session is None:
            told = {"pool": self.line, "layanan": self.layanan, "channel": Channel.KIOS}
            _at(second, actions.issue_ticket, actor=self.public, **told)
        else:
            officer = self.sessions[session].employee.user
            _at(second, actions.finish, actor=officer, ticket=self.at_hand.pop(session))
            self.idle.append(session)
        while self.idle and (left := self._call(second, self.idle[0])):
            self.idle.pop(0)
            yield left

    def _call(self, second: int, pk: int) -> tuple[int, int] | None:
        from abdi.services.queue import actions

        session = self.sessions[pk]
        officer = session.employee.user
        ticket = _at(second, actions.call_next, actor=officer, session=session)
        if ticket is None:
            return None
        _at(second + WALK, actions.begin_service, actor=officer, ticket=ticket)
        self.at_hand[pk] = ticket
        return second + WALK + self.services[ticket.sequence - 1], pk

    def waits(self) -> list[int]:
        return list(self.line.tickets.order_by("sequence").values_list("wait_seconds", flat=True))


def _at(second: int, verb, **arguments):
    from abdi.platform import moments

    with moments.replayed_at(crowd.NINE + timedelta(seconds=second)):
        return verb(**arguments)


# a log of another system


def _hospital(most: int | None) -> Iterator[Figure]:
    """Each activity a line that runs overnight; a patient queues for it when his last one was complete."""
    steps = read_steps(SHARED / PATIENTS, most)
    start = time.perf_counter()
    wrong = sum(shown != step.wait for shown, step in zip(replay(steps), steps, strict=True))
    seconds = time.perf_counter() - start
    yield Figure("queue.hospital_wrong_waits", wrong, "nomor", len(steps), seconds, goal=0)


if __name__ == "__main__":
    report("queue", run)
