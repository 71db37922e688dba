"""How long the office was open between two moments, by the rule in force when the case was finished."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from abdi.organisation.law.answers import evaluate
from abdi.platform.calendar.selectors import working_calendar
from abdi.platform.tenancy.scope import current_instansi
from abdi.rules import RuleInputError

RULE = "jam_kerja"


@dataclass(frozen=True, slots=True)
class WorkingTime:
    seconds: float
    rule_version: str


def working_time(first: datetime, last: datetime) -> WorkingTime | None:
    """In the instansi's own hours and zone; None where the law or the calendar of that year is not known."""
    zone = current_instansi().timezone
    begins, ends = (moment.astimezone(ZoneInfo(zone)) for moment in (first, last))
    years = range(begins.year, ends.year + 1)
    try:
        result = evaluate(
            RULE,
            on=ends.date(),
            input={"mulai": begins.isoformat(), "selesai": ends.isoformat(), "zona": zone},
            calendar=working_calendar(years, on=ends.date()),
        )
    except RuleInputError:
        return None
    return WorkingTime(result.details["detik"], f"{result.rule}@{result.version}")
