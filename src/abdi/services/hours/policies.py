"""What the hours allow, whoever asks."""

from collections.abc import Sequence
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from abdi.organisation.models import Layanan, Unit
from abdi.platform.errors import InputRefused, PolicyRefused
from abdi.rules import Calendar, RuleInputError
from abdi.rules.kalender import read_week
from abdi.services.hours.models import Schedule
from abdi.services.hours.selectors import opening

Hours = Sequence[Sequence[str]]  # of one day: [["08:00", "12:00"], …]


def check_takes_tickets(unit: Unit, layanan: Layanan | None, at: datetime) -> None:
    """Raises PolicyRefused with the sentence of the opening."""
    found = opening(unit=unit, layanan=layanan, at=at)
    if not found.takes_tickets:
        raise PolicyRefused(
            _("%(service)s tidak memberi nomor sekarang. %(why)s")
            % {"service": layanan or unit, "why": found.sentence}
        )


def check_layanan_of(layanan: Layanan | None, unit: Unit) -> None:
    if layanan is not None and layanan.unit_id != unit.pk:
        raise InputRefused(
            _("%(layanan)s diurus unit lain; atur jamnya pada unit itu.") % {"layanan": layanan},
            field="layanan",
        )


def check_day_to_come(day: date, field: str) -> None:
    """What went by stays as it was, because waits and promises were counted with it."""
    if day < timezone.localdate():
        raise InputRefused(
            _("Tanggal itu sudah lewat; jam layanan hanya berubah mulai hari ini."), field=field
        )


def check_ends_after_it_begins(schedule: Schedule, last_day: date) -> None:
    if last_day < schedule.valid_from:
        raise InputRefused(
            _("Hari terakhir tidak boleh sebelum jam ini mulai berlaku pada %s.")
            % f"{schedule.valid_from:%d-%m-%Y}",
            field="valid_until",
        )


def check_hours_of_day(hours: Hours) -> None:
    """In order and not overlapping; none at all means closed."""
    if not hours:
        return
    try:
        Calendar(frozenset(), week=read_week({"senin": hours}, field="jam"))
    except RuleInputError:
        raise InputRefused(
            _("Jam hari itu tidak terbaca atau tumpang tindih; tulis seperti 08.00–12.00, 13.00–15.00."),
            field="hours",
        ) from None


def check_reason(reason: str) -> None:
    if not reason.strip():
        raise InputRefused(_("Sebutkan sebabnya; warga membacanya di halaman layanan."), field="reason")
