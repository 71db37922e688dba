"""The two sheets of an evaluation in the table of official documents."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from abdi.evaluation.models import Evaluation
from abdi.evaluation.permissions import check_can_judge, check_can_see_evaluation
from abdi.evaluation.printing import dokumen_evaluasi_pdf, evaluasi_pdf
from abdi.planning.papers import skp_in_view
from abdi.platform.accounts.models import User
from abdi.platform.documents.papers import Paper, register


def _subjects(user: User, period: UUID, units: set[int] | None) -> QuerySet[Evaluation]:
    return Evaluation.objects.filter(period__uid=period, skp__in=skp_in_view(user, units))


def _printed_on_evaluasi(evaluation: Evaluation) -> dict[str, Any]:
    """Without the days of the hand-over, which stand on the other sheet: an issued one stays in force."""
    return {name: one for name, one in evaluation.snapshot.items() if name != "penyerahan"}


EVALUASI = Paper(
    code="evaluasi",
    label=_("Evaluasi Kinerja Pegawai"),
    model=Evaluation,
    render=evaluasi_pdf,
    content=_printed_on_evaluasi,
    check_can_see=check_can_see_evaluation,
    check_can_sign=check_can_judge,
    subjects=_subjects,
)
DOKUMEN_EVALUASI = Paper(
    code="dokumen_evaluasi",
    label=_("Dokumen Evaluasi Kinerja Pegawai"),
    model=Evaluation,
    render=dokumen_evaluasi_pdf,
    content=lambda evaluation: evaluation.snapshot,
    check_can_see=check_can_see_evaluation,
    check_can_sign=check_can_judge,
    subjects=_subjects,
)

register(EVALUASI, DOKUMEN_EVALUASI)
