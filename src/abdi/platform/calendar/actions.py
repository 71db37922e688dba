"""Editing the instansi's own calendar."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.calendar.models import CalendarDay, WorkSchedule
from abdi.platform.calendar.permissions import check_can_edit_calendar
from abdi.platform.calendar.policies import check_day_can_change
from abdi.platform.calendar.selectors import forget_calendars
from abdi.platform.errors import PolicyRefused
from abdi.platform.validation import write

Permit = Callable[[User], None]


@action
def set_day(
    *, actor: User, day: date, kind: str, name: str, permit: Permit = check_can_edit_calendar
) -> CalendarDay:
    """Mark `day` as libur, cuti_bersama or hari_kerja; a day marked before is changed."""
    permit(actor)
    check_day_can_change(day, kind)
    row = CalendarDay.objects.filter(day=day).first() or CalendarDay(day=day)
    row.kind, row.name = kind, name.strip()
    write(row)
    forget_calendars()
    data = {"day": day.isoformat(), "kind": kind, "name": row.name}
    record(actor=actor, tag="calendar:day:set", subject=row, data=data)
    return row


@action
def clear_day(*, actor: User, day: date, permit: Permit = check_can_edit_calendar) -> None:
    """Go back to the national calendar on `day`."""
    permit(actor)
    row = CalendarDay.objects.filter(day=day).first()
    if row is None:
        raise PolicyRefused(_("Tanggal ini belum diatur, jadi tidak ada yang dihapus."), field="day")
    record(
        actor=actor, tag="calendar:day:clear", subject=row, data={"day": day.isoformat(), "kind": row.kind}
    )
    row.delete()
    forget_calendars()


@action
def set_schedule(
    *,
    actor: User,
    valid_from: date,
    hours: Mapping[str, Any],
    reference: str = "",
    permit: Permit = check_can_edit_calendar,
) -> WorkSchedule:
    """Weekly hours from `valid_from` on, as {"senin": [["07:30", "12:00"], …]}; a free day is left out."""
    permit(actor)
    row = WorkSchedule.objects.filter(valid_from=valid_from).first() or WorkSchedule(valid_from=valid_from)
    row.hours, row.reference = dict(hours), reference.strip()
    write(row)
    forget_calendars()
    data = {"valid_from": valid_from.isoformat(), "hours": row.hours, "reference": row.reference}
    record(actor=actor, tag="calendar:schedule:set", subject=row, data=data)
    return row
