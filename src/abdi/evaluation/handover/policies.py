"""What the state of a handed-over predikat allows, whoever asks."""

from datetime import date

from abdi.evaluation.handover.enums import HandoverStatus
from abdi.evaluation.handover.models import Handover, Question
from abdi.evaluation.handover.selectors import due_of
from abdi.evaluation.handover.workflow import HANDOVER
from abdi.evaluation.models import Evaluation
from abdi.platform.errors import PolicyRefused


def check_decided(evaluation: Evaluation) -> None:
    if not evaluation.is_decided:
        raise PolicyRefused(f"{evaluation} belum ditetapkan predikatnya, jadi rapornya belum ada.")


def check_settleable(handover: Handover, today: date) -> None:
    """PP 30/2019 Ps 50: once a signature was refused, or the days for it have passed."""
    HANDOVER.check("settle", handover.status)
    due = due_of(handover)
    if handover.status != HandoverStatus.DITOLAK and due is not None and today <= due:
        raise PolicyRefused(
            f"Atasan menetapkan rapor setelah tenggatnya lewat; tenggat langkah ini {due:%d-%m-%Y}."
        )


def is_settleable(handover: Handover, today: date) -> bool:
    try:
        check_settleable(handover, today)
    except PolicyRefused:
        return False
    return True


def check_unanswered(question: Question) -> None:
    if question.answered_at:
        raise PolicyRefused("Pertanyaan ini sudah dijawab.")
