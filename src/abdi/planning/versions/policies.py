"""What an absence allows."""

from datetime import date

from abdi.organisation.models import Employee
from abdi.planning.versions.enums import AbsenceKind
from abdi.planning.versions.models import Absence
from abdi.planning.versions.selectors import without_skp_on
from abdi.platform.errors import InputRefused, PolicyRefused

_ASSESSED = {
    AbsenceKind.TUGAS_BELAJAR: (
        "Dinilai pejabat penilainya dengan bahan capaian akademik dari pimpinan perguruan tinggi (PP 30/2019 Ps 43)."
    ),
    AbsenceKind.PENUGASAN_KHUSUS: (
        "Dinilai pimpinan instansi induk dengan bahan dari lembaga tempat bertugas (PP 30/2019 Ps 44)."
    ),
}


def who_assesses(absence: Absence) -> str:
    """One sentence on what the absence means for plan and assessment."""
    return _ASSESSED.get(
        AbsenceKind(absence.kind), "Tidak menyusun SKP selama keadaan ini (PP 30/2019 Ps 23)."
    )


def check_has_plan(employee: Employee, day: date) -> None:
    """PP 30/2019 Ps 23: who has no SKP on that day draws none up for it."""
    absence = without_skp_on(day).filter(employee=employee).first()
    if absence:
        until = f"sampai {absence.end:%d-%m-%Y}" if absence.end else "tanpa batas tanggal"
        raise PolicyRefused(
            f"{employee} tidak menyusun SKP pada {day:%d-%m-%Y}: {absence.get_kind_display().lower()} {until} "
            "(PP 30/2019 Ps 23). Susun mulai hari sesudahnya."
        )


def check_ends_later(absence: Absence, last_day: date) -> None:
    if last_day < absence.start:
        raise InputRefused("Hari terakhir tidak boleh sebelum hari mulainya.", field="last_day")
    if absence.end and last_day > absence.end:
        raise InputRefused("Keadaan ini sudah berakhir lebih dahulu; catat yang baru.", field="last_day")
