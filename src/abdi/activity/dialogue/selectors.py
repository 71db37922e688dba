"""Reads that shape a page."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from abdi.activity.dialogue.enums import DialogueStatus
from abdi.activity.dialogue.models import AgreedAction, Dialogue, Session
from abdi.organisation.law.answers import evaluate
from abdi.organisation.models import Employee
from abdi.organisation.selectors import people_below
from abdi.planning.enums import SkpStatus
from abdi.planning.models import Skp
from abdi.planning.selectors import skp_to_assess
from abdi.platform.calendar.selectors import working_calendar
from abdi.platform.tenancy.scope import current_instansi


@dataclass(frozen=True)
class Monitoring:
    """One SKP with its last talk and the day by which the next one is due."""

    skp: Skp
    last: datetime | None
    due: date


def dialogues_of(employee: Employee) -> QuerySet[Dialogue]:
    """Those he takes part in, on either side, newest first."""
    rows = Dialogue.objects.filter(Q(skp__employee=employee) | Q(leader=employee))
    return rows.select_related("skp__employee", "skp__period", "leader")


def to_confirm(employee: Employee) -> QuerySet[Dialogue]:
    """Held ones whose notes he has not confirmed."""
    mine = Q(skp__employee=employee, confirmed_by_employee_at=None) | Q(
        leader=employee, confirmed_by_leader_at=None
    )
    return dialogues_of(employee).filter(mine, status=DialogueStatus.DILAKSANAKAN)


def open_actions(employee: Employee) -> QuerySet[AgreedAction]:
    """What he undertook and has not done, most urgent first."""
    rows = AgreedAction.objects.filter(owner=employee, done_on=None)
    return rows.select_related("dialogue__skp__employee")


def monitored(assessor: Employee, on: date) -> QuerySet[Skp]:
    """Agreed SKP of his that run on a day, longest without a talk first; each with `last_talk`."""
    talks = Dialogue.objects.filter(skp=OuterRef("pk"), status=DialogueStatus.DILAKSANAKAN)
    last = Subquery(talks.order_by("-starts_at").values("starts_at")[:1])
    running = skp_to_assess(assessor).filter(status=SkpStatus.DISEPAKATI, start__lte=on, end__gte=on)
    # SQLite and PostgreSQL put an absent moment at different ends
    return running.annotate(last_talk=last).order_by(
        F("last_talk").asc(nulls_first=True), "last_talk", "employee__name", "pk"
    )


def monitoring(found: QuerySet[Skp]) -> list[Monitoring]:
    """`found`: rows of `monitored`. The deadline counts from the last talk, or else from the SKP's first day."""
    return [_monitoring(skp, getattr(skp, "last_talk", None)) for skp in found]


def sessions_of(employee: Employee) -> QuerySet[Session]:
    """Those he was in, on either side, newest first."""
    rows = Session.objects.filter(Q(employee=employee) | Q(official=employee))
    return rows.select_related("employee", "official")


def sessions_below(leader: Employee, on: date) -> QuerySet[Session]:
    """What others recorded of the people under him: that it took place."""
    rows = Session.objects.filter(employee__in=people_below(leader, on)).exclude(official=leader)
    return rows.select_related("employee", "official")


def _monitoring(skp: Skp, last: datetime | None) -> Monitoring:
    begun, this_year = timezone.localdate(last) if last else skp.start, timezone.localdate().year
    result = evaluate(
        "tenggat",
        on=begun,
        input={"jenis": "skp_pemantauan", "mulai": begun.isoformat(), "zona": current_instansi().timezone},
        calendar=working_calendar(range(this_year - 1, this_year + 2)),  # the same years for all: read once
    )
    return Monitoring(skp, last, datetime.fromisoformat(result.value).date())
