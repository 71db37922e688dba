"""Until when progress may be entered and should be approved: the instansi's own setting, moved by outages."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from abdi.activity.progress.models import ProgressSetting
from abdi.platform.calendar.selectors import working_calendar
from abdi.platform.outages.selectors import extended_day
from abdi.platform.outages.spans import ONE_DAY


@dataclass(frozen=True)
class Windows:
    """Working days given; None is no limit."""

    days_to_enter: int | None = None
    days_to_approve: int | None = None

    def enter_until(self, since: date) -> date | None:
        """The last day for work done, or sent back, on `since`."""
        return _due(since, self.days_to_enter)

    def approve_until(self, filed_on: date) -> date | None:
        """The last day for the leader. Nothing happens by itself when it is over."""
        return _due(filed_on, self.days_to_approve)


def windows() -> Windows:
    """As the current instansi has set them; one query."""
    row = ProgressSetting.objects.first()
    return Windows(row.days_to_enter, row.days_to_approve) if row else Windows()


def _due(since: date, working_days: int | None) -> date | None:
    if working_days is None:
        return None
    # an outage may reach up to today, however long ago the work was done
    calendar = working_calendar(range(since.year, max(since.year, timezone.localdate().year) + 2))
    due = calendar.add_working_days(since, working_days)
    return extended_day(due, since=since + ONE_DAY, counts=calendar.is_working_day)
