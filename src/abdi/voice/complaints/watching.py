"""What the clock does with complaints. Published through `actions`."""

from collections.abc import Callable
from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from abdi.organisation.law.deadlines import due_day
from abdi.platform import moments
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.validation import write
from abdi.voice.complaints import permissions
from abdi.voice.complaints.clocks import days_used
from abdi.voice.complaints.enums import AGENCYS_TURN, Channel, Level, Status
from abdi.voice.complaints.escalation import raise_to
from abdi.voice.complaints.facts import record_closing
from abdi.voice.complaints.models import Complaint
from abdi.voice.complaints.recipients import liaisons
from abdi.voice.complaints.steps import advance, events_of
from abdi.voice.complaints.telling import tell_reporter, tell_staff
from abdi.voice.complaints.timing import COMPLETION, REPLY, answer_due_of, pause_left, working_days

EVERY = 3  # working days between two levels of escalation: time for the lower one to do something about it
_AT_ONCE = 1_000


@action
def watch_complaints(*, actor: User) -> int:
    """Close what its reporter let rest, end pauses that are over, escalate what is late; returns how many changed."""
    permissions.check_can_watch_complaints(actor)
    now = moments.now()
    done = {
        "lapsed": _each(_over("reply_until", Status.DIJAWAB), lambda one: _lapse(one, actor)),
        "withdrawn": _each(
            _over("completion_due", Status.MENUNGGU_KELENGKAPAN), lambda one: _deem_withdrawn(one, actor)
        ),
        "resumed": _each(in_hand().filter(status=Status.DITUNDA), lambda one: _resume(one, actor, now)),
        "escalated": _each(_late(), lambda one: _escalate(one, now)),
    }
    record(actor=actor, tag="complaints:complaints:watch", subject=actor, data=done)
    return sum(done.values())


def in_hand() -> QuerySet[Complaint]:
    """Everything that a clock runs for. What was imported is told to nobody, so it is never late here."""
    rows = Complaint.objects.unended().exclude(channel=Channel.IMPOR)
    return rows.select_related("unit", "unit_assigned", "handler", "category").prefetch_related("events")


def _over(due: str, status: Status) -> QuerySet[Complaint]:
    """Whose last day is gone, or was not known when it began to run: a year without holidays yet."""
    is_over = Q(**{f"{due}__lt": moments.today()}) | Q(**{due: None})
    return in_hand().filter(is_over, status=status)


def _late() -> QuerySet[Complaint]:
    """What may have to go a level up; an outage may have moved its day since."""
    today = moments.today()
    is_late = Q(verify_due__lt=today) | Q(take_due__lt=today) | Q(answer_due__lt=today)
    is_late |= Q(answer_due=None, clock_since__isnull=False)
    return in_hand().filter(is_late, status__in=AGENCYS_TURN, escalation__lt=Level.PENGAWAS)


def _each(rows: QuerySet[Complaint], change: Callable[[Complaint], bool]) -> int:
    """The longest without a change first."""
    held = rows.select_for_update(of=("self",)).order_by("status_since", "pk")[:_AT_ONCE]
    return sum(change(one) for one in held)


def _lapse(one: Complaint, actor: User) -> bool:
    if not _is_past(REPLY, one):
        return False
    event = advance(one, "lapse", actor)
    record_closing(one, actor)
    tell_reporter(one, event)
    return True


def _deem_withdrawn(one: Complaint, actor: User) -> bool:
    if not _is_past(COMPLETION, one):
        return False
    tell_reporter(one, advance(one, "deem_withdrawn", actor))
    return True


def _is_past(deadline: str, one: Complaint) -> bool:
    """Its days are counted from the last change of state, never from receipt; outages have moved them."""
    until = due_day(deadline, one.status_since)
    return until is not None and until < moments.today()


def _resume(one: Complaint, actor: User, now: datetime) -> bool:
    """On the day that was set, or when no pause is left."""
    is_day = one.resume_on is not None and one.resume_on <= moments.today()
    if not is_day and pause_left(events_of(one), now) > 0:
        return False
    advance(one, "resume", actor)
    tell_staff(liaisons(one), one, _("Jeda laporan sudah berakhir"))
    return True


def _escalate(one: Complaint, now: datetime) -> bool:
    """After its last day one level up, and one more every few working days that it stays late."""
    due = answer_due_of(one, events_of(one), now)
    if due != one.answer_due:
        one.answer_due = due
        write(one)
    if one.due is None or moments.today() <= one.due:
        return False
    late = days_used(one.due, moments.today(), (), working_days(one.received_at, now))
    level = Level(min(1 + (max(late, 1) - 1) // EVERY, Level.PENGAWAS))
    if level <= one.escalation:
        return False
    raise_to(one, level)
    write(one)
    return True
