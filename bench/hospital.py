"""The log of an emergency room as a queue, day by day through the verbs: whom it called when, and who waited how long.

The file: handling, patient, employee, handling_id, registration_type (start or complete), time.
"""

import csv
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from bench import crowd

COUNTERS = 4  # of each activity; the file shows never more at once


@dataclass(frozen=True)
class Step:
    """One activity of one patient. `queued`: when the one before was complete, the first time its own start."""

    patient: str
    handling: str
    queued: datetime
    start: datetime
    complete: datetime

    @property
    def wait(self) -> int:
        """Seconds, outside the product: start minus previous complete."""
        return int((self.start - self.queued).total_seconds())


def read_steps(path: Path, patients: int | None = None) -> list[Step]:
    """Of the first so many patients, all when None; steps of one patient in the order they began."""
    moments: dict[tuple[str, str, str], dict[str, datetime]] = defaultdict(dict)
    with path.open(newline="") as file:
        for row in csv.DictReader(file):
            if patients is None or int(row["patient"]) <= patients:
                key = (row["patient"], row["handling"], row["handling_id"])
                moments[key][row["registration_type"]] = datetime.fromisoformat(row["time"])
    steps, last = [], dict[str, datetime]()
    for (patient, handling, _), at in sorted(moments.items(), key=lambda item: item[1]["start"]):
        queued = last.get(patient, at["start"])
        steps.append(Step(patient, handling, queued, at["start"], at["complete"]))
        last[patient] = at["complete"]
    return steps


def replay(steps: list[Step]) -> list[int]:
    """In an instansi of its own: the seconds each of these steps waited, as the product shows them."""
    from django.utils import timezone

    with crowd.example("rs-contoh"):
        names = sorted({step.handling for step in steps})
        stations = {name: _Station(number) for number, name in enumerate(names)}
        _never_closed(stations.values(), {timezone.localdate(step.queued) for step in steps})
        # who is complete at a second leaves before another is queued, and is queued before he is called
        events = [(step.complete, 0, number) for number, step in enumerate(steps)]
        events += [(step.queued, 1, number) for number, step in enumerate(steps)]
        events += [(step.start, 2, number) for number, step in enumerate(steps)]
        for moment, phase, number in sorted(events):
            station = stations[steps[number].handling]
            with moments_at(moment):
                (station.finish, station.issue, station.call)[phase](number)
        return [stations[step.handling].waited(number) for number, step in enumerate(steps)]


def _never_closed(stations: Iterable["_Station"], days: set[date]) -> None:
    """An emergency room is open on holidays and at night."""
    from abdi.services.hours.models import SpecialDay

    SpecialDay.objects.bulk_create(
        SpecialDay(unit=one.line.unit, day=day, hours=[["00:00", "24:00"]], reason="Buka 24 jam")
        for one in stations
        for day in days
    )


class _Station:
    """One activity: its line, and as many counters as ever worked at once."""

    def __init__(self, number: int) -> None:
        from abdi.organisation.models import Layanan
        from abdi.platform.accounts.models import public_user
        from abdi.services.queue.models import Pool, Session

        room = crowd.open_room(COUNTERS, number)
        self.line, self.layanan = Pool.objects.get(pk=room.line), Layanan.objects.get(pk=room.layanan)
        self.free = list(Session.objects.select_related("employee__user", "counter__unit").order_by("pk"))
        self.free = [one for one in self.free if one.pk in room.sessions]
        self.tickets, self.busy, self.public = {}, {}, public_user()

    def issue(self, number: int) -> None:
        from abdi.services.queue.actions import issue_ticket
        from abdi.services.queue.enums import Channel

        self.tickets[number] = issue_ticket(
            actor=self.public, pool=self.line, layanan=self.layanan, channel=Channel.KIOS
        )

    def call(self, number: int) -> None:
        """By the order of the line; where the log called another first, out of turn as the log says."""
        from abdi.services.queue import actions
        from abdi.services.queue.selectors import next_for

        session = self.free.pop(0)
        officer, ticket = session.employee.user, self.tickets[number]
        if next_for(session) == ticket:
            actions.call_next(actor=officer, session=session)
        else:
            actions.call_ticket(actor=officer, session=session, ticket=ticket, reason="Menurut catatan")
        self.busy[number] = session
        actions.begin_service(actor=officer, ticket=ticket)

    def finish(self, number: int) -> None:
        from abdi.services.queue.actions import finish

        ticket = self.tickets[number]
        session = self.busy.pop(number)
        finish(actor=session.employee.user, ticket=ticket)
        self.free.insert(0, session)

    def waited(self, number: int) -> int:
        self.tickets[number].refresh_from_db()
        return self.tickets[number].wait_seconds


def moments_at(moment: datetime):
    from abdi.platform.moments import replayed_at

    return replayed_at(moment)
