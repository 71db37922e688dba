"""Deadlines that come near, and those gone by. Published through `actions`."""

from datetime import datetime

from django.utils.translation import gettext as _

from abdi.organisation.models import Employee
from abdi.organisation.selectors import heads_of
from abdi.platform import moments
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.services.requests import permissions
from abdi.services.requests.clocks import share_used
from abdi.services.requests.models import Permohonan
from abdi.services.requests.selectors import in_hand
from abdi.services.requests.telling import tell_employee
from abdi.services.requests.timing import due_of

WARN_AT = 0.8  # of the promised time: a working day is left of a week, time enough to do something about it
_AT_ONCE = 1_000


@action
def watch_deadlines(*, actor: User) -> int:
    """Warn the officer before a deadline and the head of the unit after it, each once; returns how many notices.

    Outages recorded meanwhile move the deadline first. What waits for the citizen is nobody's delay.
    """
    permissions.check_can_watch_deadlines(actor)
    now, told = moments.now(), {"warned": 0, "escalated": 0}
    for one in in_hand().select_for_update(of=("self",))[:_AT_ONCE]:
        _reckon(one, now)
        if one.due_at and one.escalated_at is None and one.due_at < now:
            told["escalated"] += _escalate(one, now)
        elif one.due_at and one.warned_at is None and share_used(one.filed_at, one.due_at, now) >= WARN_AT:
            told["warned"] += _warn(one, now)
    record(actor=actor, tag="requests:deadlines:watch", subject=actor, data=told)
    return sum(told.values())


def _reckon(one: Permohonan, now: datetime) -> None:
    due = due_of(one, sorted(one.steps.all(), key=lambda step: step.number), now)
    if due != one.due_at:
        one.due_at = due
        one.save(update_fields=["due_at"])


def _warn(one: Permohonan, now: datetime) -> int:
    one.warned_at = now
    one.save(update_fields=["warned_at"])
    people = [one.handler] if one.handler else _heads(one)
    for person in people:
        tell_employee(person, one, _("Tenggat permohonan sudah dekat"))
    return len(people)


def _escalate(one: Permohonan, now: datetime) -> int:
    one.escalated_at = now
    one.save(update_fields=["escalated_at"])
    people = _heads(one)
    for person in people:
        tell_employee(person, one, _("Permohonan melewati tenggat"))
    return len(people)


def _heads(one: Permohonan) -> list[Employee]:
    """Whoever leads the unit today, also as Plt or Plh."""
    return heads_of([one.unit_id], moments.today()).get(one.unit_id, [])
