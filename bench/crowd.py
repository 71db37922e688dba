"""One waiting room with as many officers as asked, and crowds of real processes in it. For the bench and the tests.

Everything happens on one Wednesday at nine, so that it does not matter when it is tried.
"""

import os
from collections.abc import Callable, Iterable
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from multiprocessing import get_context
from typing import Any
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Jakarta")
NINE = datetime(2026, 1, 14, 9, 0, tzinfo=ZONE)
_SINCE = date(2026, 1, 1)


@dataclass(frozen=True)
class Room:
    """Row ids: the line, its service, and one open session an officer."""

    line: int
    layanan: int
    sessions: list[int]


@contextmanager
def example(code: str = "kab-contoh"):
    """In the scope of an example instansi, at nine."""
    from django.utils import timezone

    from abdi.platform import moments
    from abdi.platform.tenancy.models import Instansi
    from abdi.platform.tenancy.scope import instansi_scope

    one, _ = Instansi.objects.get_or_create(
        code=code, defaults={"name": "Kabupaten Contoh", "is_example": True}
    )
    with instansi_scope(one), timezone.override(ZONE), moments.replayed_at(NINE):
        yield one


def open_room(officers: int, number: int = 0) -> Room:
    """Inside `example`: a unit of that number, its line, as many counters and an officer at each."""
    from abdi.organisation import actions as organisation
    from abdi.organisation.enums import EmployeeStatus, Role
    from abdi.platform.accounts.models import system_user
    from abdi.services.queue import actions

    system = system_user()
    unit = organisation.create_unit(
        actor=system, code=f"LOKET-{number}", name=f"Ruang {number}", valid_from=_SINCE
    )
    layanan = organisation.create_layanan(
        actor=system, code=f"L-{number}", name=f"Layanan {number}", unit=unit, valid_from=_SINCE
    )
    quick = actions.PoolSettings(recalls_before_no_show=0, recall_spacing=0, is_overnight=True)
    line = actions.create_pool(
        actor=system, unit=unit, letter=chr(ord("A") + number), name="Umum", layanan=[layanan], settings=quick
    )
    sessions = []
    for desk in range(1, officers + 1):
        employee = organisation.create_employee(
            actor=system,
            nip="",
            name=f"Petugas Contoh {number}-{desk}",
            status=EmployeeStatus.PNS,
            golongan="Penata, III/c",
            unit=unit,
        )
        user = organisation.create_account(
            actor=system, employee=employee, username=f"petugas-{unit.pk}-{desk}"
        )
        organisation.grant_role(actor=system, user=user, role=Role.PETUGAS, unit=unit, valid_from=_SINCE)
        counter = actions.create_counter(actor=system, unit=unit, number=desk, pools=[line])
        sessions.append(actions.open_counter(actor=user, counter=counter).pk)
    return Room(line.pk, layanan.pk, sessions)


def issue_many(room: Room, count: int) -> None:
    """A kiosk: so many numbers, one after the other."""
    from abdi.organisation.models import Layanan
    from abdi.platform.accounts.models import public_user
    from abdi.services.queue.actions import issue_ticket
    from abdi.services.queue.enums import Channel
    from abdi.services.queue.models import Pool

    with example():
        actor = public_user()
        pool, layanan = Pool.objects.get(pk=room.line), Layanan.objects.get(pk=room.layanan)
        for _ in range(count):
            press(issue_ticket, actor=actor, pool=pool, layanan=layanan, channel=Channel.KIOS)


def serve_all(session_pk: int) -> None:
    """An officer: go on with the number at the counter, then call and serve until nobody waits."""
    from abdi.services.queue.actions import begin_service, call_next, finish
    from abdi.services.queue.enums import TicketStatus
    from abdi.services.queue.models import Session
    from abdi.services.queue.policies import at_counter

    with example():
        session = Session.objects.select_related("employee__user").get(pk=session_pk)
        actor = session.employee.user
        while ticket := at_counter(session) or press(call_next, actor=actor, session=session):
            if ticket.status == TicketStatus.DIPANGGIL:
                press(begin_service, actor=actor, ticket=ticket)
            press(finish, actor=actor, ticket=ticket)


def call_all(session_pk: int) -> None:
    """An officer whom nobody answers: call, give up, call the next."""
    from abdi.services.queue.actions import call_next, no_show
    from abdi.services.queue.models import Session
    from abdi.services.queue.policies import at_counter

    with example():
        session = Session.objects.select_related("employee__user").get(pk=session_pk)
        actor = session.employee.user
        while ticket := at_counter(session) or press(call_next, actor=actor, session=session):
            press(no_show, actor=actor, ticket=ticket)


def press(verb: Callable[..., Any], **arguments: object) -> Any:
    """One press of a key; who is told that the embedded database was busy for too long presses again."""
    from django.db import OperationalError

    while True:
        try:
            return verb(**arguments)
        except OperationalError as busy:
            if "locked" not in str(busy):
                raise


def start(work: Callable[..., None], crowd: Iterable[tuple]) -> list:
    """One real process for each of the crowd, all let go at once."""
    from django.db import connections

    connections.close_all()  # a connection belongs to one process
    context = get_context("fork")
    people = list(crowd)
    gate = context.Barrier(len(people))
    processes = [context.Process(target=_let_go, args=(gate, work, one)) for one in people]
    for process in processes:
        process.start()
    return processes


def finished(processes: list) -> list[int]:
    """Their exit codes; 0 for who did all his work, -9 for who was killed."""
    for process in processes:
        process.join()
    return [process.exitcode for process in processes]


def _let_go(gate, work: Callable[..., None], arguments: tuple) -> None:
    gate.wait()
    work(*arguments)
    os._exit(0)


@dataclass(frozen=True)
class Count:
    """What the database says afterwards. All but `issued` and `ended` should be nought."""

    issued: int
    ended: int
    gaps: int  # numbers missing or given twice
    double: int  # numbers called to two counters
    lost: int  # numbers whose row and whose last state differ, or whose states have a hole


def count() -> Count:
    """Inside `example`."""
    from collections import Counter, defaultdict

    from abdi.services.queue.enums import ENDED, Cause
    from abdi.services.queue.models import Interval, Ticket

    tickets = dict(Ticket.objects.values_list("pk", "status"))
    sequences = sorted(Ticket.objects.values_list("sequence", flat=True))
    states = defaultdict(list)
    for ticket, number, state in Interval.objects.order_by("ticket", "number").values_list(
        "ticket", "number", "state"
    ):
        states[ticket].append((number, state))
    calls = Counter(Interval.objects.filter(cause=Cause.GENERIC).values_list("ticket", flat=True))
    whole = sum(
        [number for number, _ in states[pk]] == list(range(1, len(states[pk]) + 1))
        and states[pk][-1][1] == status
        for pk, status in tickets.items()
    )
    return Count(
        issued=len(tickets),
        ended=sum(status in ENDED for status in tickets.values()),
        gaps=sum(one != other for one, other in zip(sequences, range(1, len(sequences) + 1), strict=True)),
        double=sum(times > 1 for times in calls.values()),
        lost=len(tickets) - whole,
    )
