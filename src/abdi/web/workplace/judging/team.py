"""The assessor's list: who stands where, and what he can do about it."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from abdi.evaluation.enums import AssessmentState, Predikat
from abdi.planning.models import Skp

TONES = {
    AssessmentState.DIAJUKAN: "here",
    AssessmentState.DINILAI: "here",
    AssessmentState.BELUM_DIBUKA: "",
    AssessmentState.DISUSUN: "",
    AssessmentState.DITETAPKAN: "ok",
}
HEADER = (_("Nama"), "NIP", _("Jabatan"), _("Unit kerja"), _("SKP"), _("Versi"), _("Keadaan"), _("Predikat"))


def team_rows(found: Iterable[Any]) -> list[dict[str, Any]]:
    """`found`: rows of `evaluation.selectors.assessed`."""
    return [
        {
            "skp": skp,
            "state": skp.state,
            "label": AssessmentState(skp.state).label,
            "tone": TONES[AssessmentState(skp.state)],
            "predikat": _predikat(skp),
            "evaluation": skp.evaluation_uid,
            "can_open": skp.state == AssessmentState.BELUM_DIBUKA,
        }
        for skp in found
    ]


def team_table(found: Iterable[Any]) -> Iterator[list[object]]:
    for skp in found:
        yield [
            skp.employee.name,
            skp.employee.nip,
            skp.position.name,
            skp.position.unit.name,
            skp.get_status_display(),
            skp.version,
            AssessmentState(skp.state).label,
            _predikat(skp),
        ]


def _predikat(skp: Skp | Any) -> str:
    return str(Predikat(skp.predikat).label) if skp.predikat else ""
