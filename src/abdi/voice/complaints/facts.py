"""What the ledger is told of a complaint: how long, whether in time, what its reporter thought.

The officer is whoever answered, and only of an answer. Nothing here ever names whom a complaint is about, found
justified or not: that is a case with a right of reply, and no number (e-5). The reporter's opinion belongs to the
unit. How many complaints came in is told to give the others their denominator, and is no metric of anybody: an office
that is scored on it teaches people to be silent (e-4).
"""

from collections.abc import Mapping
from datetime import datetime
from functools import partial

from django.utils import timezone

from abdi.facts.actions import record_facts
from abdi.facts.selectors import current
from abdi.facts.types import NewFact
from abdi.platform.accounts.models import User
from abdi.voice.complaints.models import Answer, Complaint
from abdi.voice.facts import (
    COMPLAINT_ANSWERED,
    COMPLAINT_CLOSED,
    COMPLAINT_ON_TIME,
    COMPLAINT_RATED,
    COMPLAINT_RECEIVED,
    COMPLAINT_REOPENED,
)

SOURCE = "pengaduan"


def record_received(complaint: Complaint, actor: User) -> None:
    """Once a unit works on it: until then it may have come to the wrong one."""
    _record(complaint, actor, complaint.received_at, "1", {COMPLAINT_RECEIVED.code: None})


def record_answer(complaint: Complaint, answer: Answer, actor: User) -> None:
    """Felt seconds from the first receipt, and whether in time; a later answer takes the place of an earlier one."""
    if complaint.answered_at is None:
        return
    told: dict[str, float | None] = {
        COMPLAINT_ANSWERED.code: (complaint.answered_at - complaint.felt_since).total_seconds()
    }
    if complaint.answer_due is not None:
        told[COMPLAINT_ON_TIME.code] = float(
            timezone.localdate(complaint.answered_at) <= complaint.answer_due
        )
    employee = None if complaint.is_about_person else complaint.handler_id
    _record(complaint, actor, complaint.answered_at, str(answer.number), told, employee)


def record_closing(complaint: Complaint, actor: User) -> None:
    """Felt seconds to the end, and whether its reporter ever had to reopen it; each closing anew."""
    if complaint.closed_at is None:
        return
    reopened = complaint.reopenings.count()
    told = {
        COMPLAINT_CLOSED.code: (complaint.closed_at - complaint.felt_since).total_seconds(),
        COMPLAINT_REOPENED.code: float(reopened > 0),
    }
    _record(complaint, actor, complaint.closed_at, str(reopened), told)


def record_rating(complaint: Complaint, stars: int, actor: User) -> None:
    if complaint.confirmed_at is not None:
        _record(complaint, actor, complaint.confirmed_at, "1", {COMPLAINT_RATED.code: float(stars)})


def _record(
    complaint: Complaint,
    actor: User,
    at: datetime,
    turn: str,
    told: Mapping[str, float | None],
    employee: int | None = None,
) -> None:
    """One fact a kind; the one of an earlier turn is superseded. Nothing without a unit: it is nobody's yet."""
    unit = complaint.unit_assigned_id or complaint.unit_id
    if unit is None:
        return
    case = str(complaint.uid)
    about = partial(
        NewFact,
        occurred_at=at,
        unit_id=unit,
        service_id=complaint.layanan_id or (complaint.category.layanan_id if complaint.category else None),
        employee_id=employee,
        channel=complaint.channel,
        case_key=case,
        attrs={"kind": complaint.kind, "kelas": complaint.kelas},
    )
    before = {one["kind"]: one for one in current(cases=[case], kinds=list(told), sources=[SOURCE])}
    facts = []
    for kind, value in told.items():
        key, old = f"{case}/{kind}/{turn}", before.get(kind)
        superseded = old["id"] if old and old["source_key"] != key else None
        facts.append(about(kind=kind, source_key=key, value=value, supersedes_id=superseded))
    record_facts(actor=actor, facts=facts, source=SOURCE)
