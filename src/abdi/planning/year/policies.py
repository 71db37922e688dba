"""What the year allows."""

from datetime import date, timedelta

from abdi.organisation.selectors import placement_of
from abdi.planning.models import Period, Skp
from abdi.platform.errors import InputRefused, PolicyRefused

ONE_DAY = timedelta(days=1)
AT_ONCE = 500  # people in one request; a whole kabupaten is done unit by unit


def check_at_once(people: int) -> None:
    if people > AT_ONCE:
        raise InputRefused(f"Paling banyak {AT_ONCE} orang sekali jalan; pilih per unit kerja.")


def check_can_copy_into(source: Skp, period: Period) -> None:
    if source.period_id == period.pk:
        raise InputRefused(
            f"SKP asal sudah untuk {period}; pilih periode lain atau SKP tahun lalu.", field="period"
        )


def check_splits(skp: Skp, day: date) -> None:
    """PP 30/2019 Ps 24(3): who moves draws up a new SKP in the new post."""
    if not skp.start + ONE_DAY < day <= skp.end:
        raise InputRefused(
            f"SKP ini berlaku {skp.start:%d-%m-%Y} sampai {skp.end:%d-%m-%Y}; tanggal pindah harus di dalamnya.",
            field="day",
        )
    placement = placement_of(skp.employee, day)
    if placement is None or placement.valid_from != day or placement.position_id == skp.position_id:
        raise PolicyRefused(
            f"{skp.employee} tidak tercatat menempati jabatan baru mulai {day:%d-%m-%Y}; catat penempatannya dahulu."
        )
