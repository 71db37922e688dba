"""Addresses of the year."""

from abdi.planning.versions.actions import note_absence
from abdi.planning.versions.enums import AbsenceKind
from abdi.planning.versions.models import Absence


def absence(world):
    """Rina's, of the past, so that nothing else is in its way."""
    known = Absence.objects.first() or note_absence(
        actor=world.office.user("sari"),
        employee=world.office.rina,
        kind=AbsenceKind.CLTN,
        start=world.office.year.start.replace(year=2024),
        end=world.office.year.start.replace(year=2025),
        dasar="SK 5/2024",
    )
    return known.uid


skp = {"uid": lambda world: world.evaluation.skp.uid}

FACTORIES = {
    "workplace:skp_versions": skp,
    "workplace:skp_version_paper": {**skp, "number": lambda world: 1},
    "workplace:skp_copy": skp,
    "workplace:skp_split": skp,
    "workplace:year_absences": {"uid": lambda world: world.office.rina.uid},
    "workplace:absence_end": {"uid": absence},
}
