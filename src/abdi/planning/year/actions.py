"""The verbs of the year."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils import timezone

from abdi.organisation.models import Employee
from abdi.planning.actions import draft_skp
from abdi.planning.enums import Pendekatan
from abdi.planning.models import Period, Skp
from abdi.planning.permissions import check_can_draft_skp
from abdi.planning.year.chase import chased, waiting_rows
from abdi.planning.year.copying import copy_content
from abdi.planning.year.deadlines import filing_due
from abdi.planning.year.permissions import check_can_remind
from abdi.planning.year.policies import ONE_DAY, check_at_once, check_can_copy_into, check_splits
from abdi.planning.year.reminding import Reminded, remind_each
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.locking import hold
from abdi.platform.validation import write


@dataclass(frozen=True, slots=True)
class Copied:
    """The new draft, and what somebody should look at, in sentences."""

    skp: Skp
    notes: Sequence[str] = field(default_factory=tuple)


@action
def copy_skp(*, actor: User, source: Skp, period: Period) -> Copied:
    """A new draft in another period with the content of `source`; nothing of its realisation."""
    check_can_draft_skp(actor, source.employee)
    check_can_copy_into(source, period)
    skp = draft_skp(
        actor=actor, employee=source.employee, period=period, pendekatan=Pendekatan(source.pendekatan)
    )
    by_hand = copy_content(source, skp)
    record(actor=actor, tag="planning:skp:copy", subject=skp, data={"source": source.uid})
    notes = [f"Ukuran “{iki.text}” tidak lagi tersedia, jadi dilaporkan sendiri." for iki in by_hand]
    if source.position_id != skp.position_id:
        notes.insert(0, f"Jabatan berubah dari {source.position} menjadi {skp.position}; sesuaikan isinya.")
    return Copied(skp, notes)


@action
def split_at_transfer(*, actor: User, skp: Skp, day: date) -> Skp:
    """End the SKP of the old post on the day before `day`, and begin one in the new post (PP 30/2019 Ps 24(3)).

    Returns the new draft. What was agreed for the old post stays agreed, and is judged for its own days.
    """
    hold(skp)
    check_can_draft_skp(actor, skp.employee)
    check_splits(skp, day)
    last_day, skp.end = skp.end, day - ONE_DAY
    write(skp)
    record(actor=actor, tag="planning:skp:end", subject=skp, data={"end": skp.end})
    return draft_skp(
        actor=actor,
        employee=skp.employee,
        period=skp.period,
        pendekatan=Pendekatan(skp.pendekatan),
        start=day,
        end=last_day,
    )


@action
def remind(*, actor: User, period: Period, employees: Collection[Employee]) -> Reminded:
    """Tell each of these whose turn it is, the employee or his assessor; nobody more than once a day."""
    today = timezone.localdate()
    hold(period)  # two who remind at once would tell people twice
    check_can_remind(actor, employees, today)
    check_at_once(len(employees))
    late = chased(actor, period, on=today).filter(pk__in=[one.pk for one in employees])
    due = filing_due(period)
    words = f"Batas pengisian {due.day:%d-%m-%Y}."
    told = remind_each(waiting_rows(late, period, on=today), period, due=words)
    record(
        actor=actor,
        tag="planning:year:remind",
        subject=period,
        data={"people": sorted(str(one.uid) for one in employees), "told": told.told},
    )
    return told
