"""What the offices achieved in the judged quarter, set before anybody in them is judged."""

from abdi.demo.building import Region
from abdi.demo.periods import Calendar
from abdi.evaluation.enums import PredikatOrganisasi
from abdi.evaluation.organisation_result.actions import decide_organisation_result
from abdi.evaluation.organisation_result.selectors import leaders_above
from abdi.platform.accounts.models import User

# office → its predikat and why
_ACHIEVED = {
    "KEC-MAWAR": (PredikatOrganisasi.BAIK, "Tujuh dari delapan rencana aksi triwulan ini selesai."),
    "KEL-MELATI": (PredikatOrganisasi.BAIK, "Waktu tunggu loket turun dan seluruh aduan terjawab."),
    "KEL-KENANGA": (PredikatOrganisasi.BAIK, "Rencana aksi terlaksana; kepuasan warga sesuai target."),
    "DISDUKCAPIL": (PredikatOrganisasi.ISTIMEWA, "Waktu tunggu kurang dari separuh yang diperjanjikan."),
}


def achieve(*, actor: User, region: Region, calendar: Calendar) -> None:
    """Each by the leader above, where there is one with a sign-in; else entered for the region."""
    for code, (predikat, reason) in _ACHIEVED.items():
        unit = region.units[code]
        above = leaders_above([unit], calendar.judged.end)[unit.pk]
        decide_organisation_result(
            actor=next((leader.user for leader in above if leader.user), actor),
            unit=unit,
            period=calendar.judged,
            predikat=predikat,
            reason=reason,
            evidence="Laporan kinerja triwulan 045/CONTOH/10",
        )
