"""What the national calendar allows an instansi to change."""

from datetime import date

from django.utils.translation import gettext as _

from abdi.platform.calendar.holidays import national_holidays
from abdi.platform.calendar.models import DayKind
from abdi.platform.errors import PolicyRefused


def check_day_can_change(day: date, kind: str) -> None:
    """A day can only be kept as a working day where the nation has it off."""
    if kind == DayKind.HARI_KERJA and day not in national_holidays([day.year]):
        raise PolicyRefused(
            _(
                "%(day)s bukan libur nasional atau cuti bersama, jadi tidak perlu ditetapkan sebagai hari kerja."
            )
            % {"day": day.strftime("%d-%m-%Y")},
            field="day",
        )


def can_day_change(day: date, kind: str) -> bool:
    try:
        check_day_can_change(day, kind)
    except PolicyRefused:
        return False
    return True
