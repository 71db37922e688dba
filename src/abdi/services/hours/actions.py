"""The verbs of opening hours. What has gone by stays as it was."""

from collections.abc import Mapping
from datetime import date, timedelta

from django.db.models import Q

from abdi.organisation.models import Layanan, Unit
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.locking import hold
from abdi.platform.validation import write
from abdi.services.hours import permissions, policies
from abdi.services.hours.models import Schedule, SpecialDay
from abdi.services.hours.policies import Hours

_A_DAY = timedelta(days=1)


@action
def set_schedule(
    *,
    actor: User,
    unit: Unit,
    hours: Mapping[str, Hours],
    valid_from: date,
    cut_off: int = 0,
    layanan: Layanan | None = None,
) -> Schedule:
    """The week of a unit, or of one of its services, from a day on; the one before ends the day before.

    Set again for the same first day, it replaces what was set. Raises InputRefused for a day gone by, hours that
    overlap, and a service of another unit.
    """
    hold(unit)
    permissions.check_can_set_hours(actor, unit)
    policies.check_layanan_of(layanan, unit)
    policies.check_day_to_come(valid_from, "valid_from")
    own = Schedule.objects.filter(unit=unit, layanan=layanan)
    for earlier in own.filter(
        Q(valid_until=None) | Q(valid_until__gte=valid_from), valid_from__lt=valid_from
    ):
        earlier.valid_until = valid_from - _A_DAY
        write(earlier)
    later = own.filter(valid_from__gt=valid_from).order_by("valid_from").first()
    schedule = own.filter(valid_from=valid_from).first() or Schedule(
        unit=unit, layanan=layanan, valid_from=valid_from
    )
    schedule.hours, schedule.cut_off = dict(hours), cut_off
    schedule.valid_until = later.valid_from - _A_DAY if later else None
    write(schedule)
    told = {"unit": unit.code, "layanan": layanan and layanan.code, "hours": hours, "cut_off": cut_off}
    record(actor=actor, tag="hours:schedule:set", subject=schedule, data={**told, "since": valid_from})
    return schedule


@action
def end_schedule(*, actor: User, schedule: Schedule, valid_until: date) -> Schedule:
    """Its last day; after it the next wider week applies again: of the unit, of the instansi."""
    hold(schedule)
    permissions.check_can_set_hours(actor, schedule.unit)
    policies.check_day_to_come(valid_until, "valid_until")
    policies.check_ends_after_it_begins(schedule, valid_until)
    schedule.valid_until = valid_until
    write(schedule)
    record(actor=actor, tag="hours:schedule:end", subject=schedule, data={"until": valid_until})
    return schedule


@action
def set_special_day(
    *,
    actor: User,
    unit: Unit,
    day: date,
    hours: Hours,
    reason: str,
    layanan: Layanan | None = None,
) -> SpecialDay:
    """One day with hours of its own, or closed when there are none; citizens read the reason."""
    hold(unit)
    permissions.check_can_set_hours(actor, unit)
    policies.check_layanan_of(layanan, unit)
    policies.check_day_to_come(day, "day")
    policies.check_hours_of_day(hours)
    policies.check_reason(reason)
    known = SpecialDay.objects.filter(unit=unit, layanan=layanan, day=day).first()
    special = known or SpecialDay(unit=unit, layanan=layanan, day=day)
    special.hours, special.reason = [list(pair) for pair in hours], reason.strip()
    write(special)
    told = {"unit": unit.code, "layanan": layanan and layanan.code, "day": day, "hours": hours}
    record(actor=actor, tag="hours:special_day:set", subject=special, data={**told, "reason": special.reason})
    return special


@action
def clear_special_day(*, actor: User, special_day: SpecialDay) -> None:
    """The day is like any other again; only while it is still to come."""
    hold(special_day)
    permissions.check_can_set_hours(actor, special_day.unit)
    policies.check_day_to_come(special_day.day, "day")
    told = {"unit": special_day.unit.code, "day": special_day.day, "reason": special_day.reason}
    record(actor=actor, tag="hours:special_day:clear", subject=special_day, data=told)
    special_day.delete()
