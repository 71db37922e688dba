"""What the state of an evaluation allows, whoever asks."""

from abdi.evaluation.enums import Rating
from abdi.evaluation.models import Evaluation
from abdi.evaluation.workflow import EVALUATION
from abdi.planning.enums import SkpStatus
from abdi.planning.models import Period, Skp
from abdi.platform.errors import InputRefused, PolicyRefused


def check_open(evaluation: Evaluation) -> None:
    EVALUATION.check("decide", evaluation.status)


def check_can_be_judged(skp: Skp, period: Period) -> None:
    if skp.status != SkpStatus.DISEPAKATI:
        raise PolicyRefused("SKP ini belum disepakati, jadi belum dapat dinilai.")
    if not skp.period.covers(period):
        raise PolicyRefused(f"Periode {period} di luar masa SKP {skp.period}.")


def check_decidable(evaluation: Evaluation) -> None:
    """Two ratings, and a reason wherever one departs from what was expected."""
    check_open(evaluation)
    if not (evaluation.rating_hasil and evaluation.rating_perilaku):
        raise PolicyRefused("Pilih rating hasil kerja dan rating perilaku kerja dahulu.")
    check_reason(evaluation.rating_hasil, evaluation.rating_perilaku, evaluation.reason)


def check_reason(hasil: str, perilaku: str, reason: str) -> None:
    if needs_reason(hasil, perilaku) and not reason.strip():
        part, rating = ("hasil kerja", hasil) if hasil != Rating.SESUAI else ("perilaku", perilaku)
        words = Rating(rating).label.lower()
        raise InputRefused(f"Tulis satu kalimat alasan, karena rating {part} {words}.", field="reason")


def needs_reason(hasil: str, perilaku: str) -> bool:
    return {hasil, perilaku} != {Rating.SESUAI.value}
