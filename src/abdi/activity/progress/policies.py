"""What a day, a plan and the state of an entry allow, whoever asks."""

from datetime import date

from django.utils import timezone

from abdi.activity.progress.models import Entry
from abdi.activity.progress.windows import windows
from abdi.activity.progress.workflow import ENTRY
from abdi.organisation.models import Employee
from abdi.planning.models import Rhk, Skp
from abdi.planning.selectors import skp_on
from abdi.platform.errors import InputRefused, PolicyRefused


def check_day_open(day: date, *, returned_on: date | None = None) -> None:
    """Not ahead of today, and within the instansi's window; what was sent back has it anew from that day."""
    if day > timezone.localdate():
        raise InputRefused(
            "Progres dicatat untuk hari yang sudah atau sedang berjalan; pilih hari ini atau sebelumnya.",
            field="day",
        )
    due = windows().enter_until(returned_on or day)
    if due and timezone.localdate() > due:
        raise PolicyRefused(
            f"Progres {day:%d-%m-%Y} dapat diisi sampai {due:%d-%m-%Y}, batas yang ditetapkan instansi ini; "
            "sampaikan kepada atasan Anda bila masih perlu dicatat.",
            field="day",
        )


def check_changeable(entry: Entry) -> None:
    ENTRY.check("change", entry.status)
    returned = timezone.localtime(entry.decided_at).date() if entry.decided_at else None
    check_day_open(entry.day, returned_on=returned)


def plan_for(employee: Employee, day: date, rhk: Rhk | None) -> Skp:
    """The SKP that a day's work belongs to: that of the RHK, or the one in force."""
    skp = skp_on(employee, day) if rhk is None else rhk.skp
    if skp is None:
        raise PolicyRefused(f"{employee} belum punya SKP untuk {day:%d-%m-%Y}; susun SKP dahulu.")
    if skp.employee_id != employee.pk or not skp.start <= day <= skp.end:
        raise InputRefused(
            "Hasil kerja ini bukan bagian SKP Anda pada hari itu; pilih yang lain.", field="rhk"
        )
    return skp


def check_text(text: str) -> str:
    if not text.strip():
        raise InputRefused("Tulis apa yang dikerjakan, satu kalimat cukup.", field="text")
    return text.strip()
