"""Saying that somebody is away, and that he is back."""

from datetime import date

from abdi.organisation.models import Employee
from abdi.planning.versions.enums import AbsenceKind
from abdi.planning.versions.models import Absence
from abdi.planning.versions.permissions import check_can_note_absence
from abdi.planning.versions.policies import check_ends_later
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.locking import hold
from abdi.platform.validation import write


@action
def note_absence(
    *, actor: User, employee: Employee, kind: AbsenceKind, start: date, dasar: str, end: date | None = None
) -> Absence:
    """Without `end` it lasts until somebody ends it."""
    check_can_note_absence(actor, employee)
    absence = write(Absence(employee=employee, kind=kind, start=start, end=end, dasar=dasar.strip()))
    record(
        actor=actor,
        tag="planning:absence:note",
        subject=absence,
        data={"employee": employee.uid, "kind": kind, "start": start, "end": end, "dasar": absence.dasar},
    )
    return absence


@action
def end_absence(*, actor: User, absence: Absence, last_day: date) -> Absence:
    """He is back on the day after."""
    hold(absence)
    check_can_note_absence(actor, absence.employee)
    check_ends_later(absence, last_day)
    absence.end = last_day
    write(absence)
    record(actor=actor, tag="planning:absence:end", subject=absence, data={"last_day": last_day})
    return absence
