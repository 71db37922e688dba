"""Who is told what when somebody is reminded: each person one notice, however many plans wait for him."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Model
from django.utils import timezone

from abdi.organisation.models import Employee
from abdi.planning.models import Period
from abdi.planning.year.chase import ChaseState, Waiting
from abdi.platform.accounts.models import User
from abdi.platform.notifications.models import Notice
from abdi.platform.notifications.notify import notify

KIND = "planning:chase"


@dataclass(frozen=True, slots=True)
class Reminded:
    """How many were told now, had been told today already, and cannot be told for want of an account."""

    told: int
    already: int
    unreachable: int


def remind_each(rows: Iterable[Waiting], period: Period, *, due: str) -> Reminded:
    """Where it is the administration's turn, because nobody assesses the person yet, nobody is told."""
    by_person: dict[Employee, list[Waiting]] = {}
    for row in rows:
        if row.on_whom:
            by_person.setdefault(row.on_whom, []).append(row)
    users = User.objects.in_bulk([one.user_id for one in by_person if one.user_id])
    already = _told_today(users.values())
    fresh = {one: rows for one, rows in by_person.items() if one.user_id and one.user_id not in already}
    for person, waiting in fresh.items():
        title, url = _said(person, waiting, period)
        notify(recipient=users[person.user_id], kind=KIND, title=title, body=due, url=url)
    return Reminded(len(fresh), len(already), len(by_person) - len(users))


def _said(person: Employee, waiting: list[Waiting], period: Period) -> tuple[str, str]:
    """Title and address."""
    own = next((row for row in waiting if row.employee == person), None)
    others = sum(row.state == ChaseState.DIAJUKAN for row in waiting)
    if own is None or own.state == ChaseState.DIAJUKAN:
        return f"{others} SKP {period} menunggu kesepakatan Anda", "/kerja/nilai/"
    if own.skp is None:
        return f"SKP Anda untuk {period} belum disusun", "/kerja/skp/baru/"
    return f"SKP Anda untuk {period} belum diajukan", f"/kerja/skp/{own.skp.uid}/"


def _told_today(users: Iterable[Model]) -> set[int]:
    notices = Notice.objects.filter(kind=KIND, recipient__in=list(users), created_at__gte=_midnight())
    return set(notices.order_by().values_list("recipient_id", flat=True))


def _midnight() -> datetime:
    return timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
