"""Reads that shape a page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from abdi.activity.evidence.enums import SubjectKind
from abdi.activity.evidence.subject import Subject
from abdi.activity.progress.enums import EntryStatus
from abdi.activity.progress.models import ActionLine, Entry
from abdi.activity.progress.windows import Windows
from abdi.activity.progress.workflow import ENTRY
from abdi.facts.selectors import current
from abdi.organisation.models import Employee
from abdi.organisation.selectors import placement_within, subordinates_of
from abdi.planning.models import Skp
from abdi.planning.versions.models import Absence
from abdi.planning.versions.selectors import absences_within
from abdi.platform.calendar.selectors import working_calendar

ONE_DAY = timedelta(days=1)
DAYS_IN_WEEK = 7


@dataclass(frozen=True)
class Day:
    """One day of the week view. `is_open`: something can still be told of it."""

    day: date
    entries: Sequence[Entry]
    absence: Absence | None
    is_working: bool
    is_future: bool
    is_open: bool

    @property
    def is_missing(self) -> bool:
        """A working day that has come and says nothing, though nothing excuses the employee from work."""
        return self.is_working and not (self.is_future or self.entries or self.absence)


def entries_between(employee: Employee, first: date, last: date) -> QuerySet[Entry]:
    """What stands of those days, both included, in the order it was told."""
    standing = Entry.objects.exclude(status=EntryStatus.DITARIK)
    return (
        standing.filter(employee=employee, day__gte=first, day__lte=last)
        .select_related("rhk")
        .order_by("day", "pk")
    )


def waiting_for(leader: Employee) -> QuerySet[Entry]:
    """What he is to approve, oldest first."""
    his = Q(skp__pejabat_penilai=leader) | Q(employee__in=subordinates_of(leader))
    found = Entry.objects.filter(his, status=EntryStatus.DIISI)
    return found.select_related("employee", "rhk", "skp__pejabat_penilai").order_by("filed_at", "pk")


def week_of(employee: Employee, day: date, windows: Windows) -> list[Day]:
    """Monday to Sunday around `day`; three queries and the calendar, however much was told."""
    monday = day - timedelta(days=day.weekday())
    days = [monday + ONE_DAY * number for number in range(DAYS_IN_WEEK)]
    told = list(entries_between(employee, days[0], days[-1]))
    away = list(absences_within(days[0], days[-1]).filter(employee=employee))
    placement = placement_within(employee, days[0], days[-1])
    return [_day(one, told, away, placement is not None, windows) for one in days]


def changed_behind(entries: Iterable[Entry]) -> set[int]:
    """Ids of the entries whose facts were corrected after they were confirmed. One query."""
    from_facts = [entry for entry in entries if entry.fact_ids]
    ids = {fact for entry in from_facts for fact in entry.fact_ids}
    in_force = {row["id"] for row in current(ids=ids, limit=len(ids))} if ids else set()
    return {entry.pk for entry in from_facts if not in_force.issuperset(entry.fact_ids)}


def subject_of(entry: Entry) -> Subject:
    """The entry as evidence knows it."""
    return Subject(
        kind=SubjectKind.PROGRES,
        uid=entry.uid,
        employee=entry.employee,
        day=entry.day,
        holds=entry,
        is_open=lambda: ENTRY.allows("change", entry.status),
    )


def action_plan(skp: Skp) -> QuerySet[ActionLine]:
    """Rencana aksi in the order of the SKP; two queries."""
    lines = ActionLine.objects.filter(rhk__skp=skp).select_related("rhk", "iki").prefetch_related("quarters")
    return lines.order_by("-rhk__kind", "rhk__order", "rhk", "pk")


def _day(day: date, told: list[Entry], away: list[Absence], is_placed: bool, windows: Windows) -> Day:
    today = timezone.localdate()
    until = windows.enter_until(day)
    return Day(
        day=day,
        entries=[entry for entry in told if entry.day == day],
        absence=next((absence for absence in away if absence.covers(day)), None),
        is_working=is_placed and working_calendar([day.year, day.year + 1]).is_working_day(day),
        is_future=day > today,
        is_open=day <= today and (until is None or today <= until),
    )
