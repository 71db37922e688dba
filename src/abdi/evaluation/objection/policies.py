"""What the state of an evaluation and of its objection allows, whoever asks."""

from datetime import date

from abdi.evaluation.enums import Rating
from abdi.evaluation.handover.policies import check_decided
from abdi.evaluation.models import Evaluation
from abdi.evaluation.objection.enums import KeberatanStatus
from abdi.evaluation.objection.models import Keberatan
from abdi.evaluation.objection.selectors import EXPLAIN, filing_due, keberatan_of
from abdi.organisation.law.deadlines import due_day
from abdi.platform.errors import InputRefused, PolicyRefused


def check_can_be_disputed(evaluation: Evaluation, today: date) -> None:
    """PP 30/2019 Ps 59: decided, in time, and not disputed before: what was decided on an objection is final."""
    check_decided(evaluation)
    if keberatan_of(evaluation):
        raise PolicyRefused("Keberatan atas evaluasi ini sudah diajukan; putusannya final.")
    due = filing_due(evaluation)
    if due is not None and today > due:
        raise PolicyRefused(
            f"Waktu mengajukan keberatan sudah habis pada {due:%d-%m-%Y} (PP 30/2019 Ps 59); "
            "rapor ini tidak dapat dipersoalkan lagi di sini."
        )


def is_disputable(evaluation: Evaluation, today: date) -> bool:
    try:
        check_can_be_disputed(evaluation, today)
    except PolicyRefused:
        return False
    return True


def check_heard(keberatan: Keberatan, today: date) -> None:
    """The superior asks the assessor first; past the deadline he may decide on what he has."""
    due = due_day(EXPLAIN, keberatan.filed_at)
    if keberatan.status == KeberatanStatus.DIAJUKAN and (due is None or today <= due):
        until = f" (tenggatnya {due:%d-%m-%Y})" if due else ""
        raise PolicyRefused(
            f"Tunggu penjelasan {keberatan.assessor}{until}; keberatan diputus setelah keduanya didengar."
        )


def check_changes(evaluation: Evaluation, hasil: str, perilaku: str) -> None:
    for rating in (hasil, perilaku):
        if rating not in Rating.values:
            raise InputRefused("Pilih rating hasil kerja dan rating perilaku kerja.", field="hasil")
    if (hasil, perilaku) == (evaluation.rating_hasil, evaluation.rating_perilaku):
        raise InputRefused("Kedua rating tetap sama; pilih “kuatkan” bila predikatnya tetap.", field="hasil")
