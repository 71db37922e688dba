"""What the state of an evaluation allows, whoever asks."""

from datetime import date

from abdi.evaluation.enums import Rating
from abdi.evaluation.models import Evaluation
from abdi.evaluation.workflow import EVALUATION
from abdi.planning.enums import SkpStatus
from abdi.planning.models import Period, Skp
from abdi.platform.errors import InputRefused, PolicyRefused


def check_open(evaluation: Evaluation) -> None:
    """Not decided yet, and the plan it judges stands agreed."""
    EVALUATION.check("decide", evaluation.status)
    _check_agreed(evaluation.skp)


def check_can_be_judged(skp: Skp, period: Period) -> None:
    _check_agreed(skp)
    if not skp.period.covers(period) or period.end < skp.start or period.start > skp.end:
        raise PolicyRefused(f"Periode {period} di luar masa SKP {skp.period}.")


def check_decidable(evaluation: Evaluation, today: date) -> None:
    """Two ratings, a reason wherever one departs from what was expected, and a period that is over.

    PP 30/2019 Ps 42(1): judged at the end of the period, never before.
    """
    check_open(evaluation)
    if today < evaluation.period.end:
        raise PolicyRefused(
            f"{evaluation.period} baru berakhir {evaluation.period.end:%d-%m-%Y}; "
            "predikat ditetapkan sesudahnya. Rating dapat disimpan sebagai draf."
        )
    if not (evaluation.rating_hasil and evaluation.rating_perilaku):
        raise PolicyRefused("Pilih rating hasil kerja dan rating perilaku kerja dahulu.")
    check_reason(evaluation.rating_hasil, evaluation.rating_perilaku, evaluation.reason)


def _check_agreed(skp: Skp) -> None:
    if skp.status != SkpStatus.DISEPAKATI:
        raise PolicyRefused("SKP ini sedang tidak disepakati, jadi belum dapat dinilai; sepakati dahulu.")


def check_reason(hasil: str, perilaku: str, reason: str) -> None:
    if needs_reason(hasil, perilaku) and not reason.strip():
        part, rating = ("hasil kerja", hasil) if hasil != Rating.SESUAI else ("perilaku", perilaku)
        words = Rating(rating).label.lower()
        raise InputRefused(f"Tulis satu kalimat alasan, karena rating {part} {words}.", field="reason")


def needs_reason(hasil: str, perilaku: str) -> bool:
    return {hasil, perilaku} != {Rating.SESUAI.value}
