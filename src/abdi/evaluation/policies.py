"""What the state of an evaluation allows, whoever asks."""

from datetime import date

from abdi.evaluation.enums import Rating
from abdi.evaluation.models import Evaluation
from abdi.evaluation.organisation_result.models import OrganisationResult
from abdi.evaluation.workflow import EVALUATION
from abdi.organisation.law.answers import evaluate
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


def check_decidable(
    evaluation: Evaluation, today: date, organisation: OrganisationResult | None, evidence: str | None
) -> None:
    """Two ratings, a reason wherever one departs from what was expected, and a period that is over.

    PP 30/2019 Ps 42(1): judged at the end of the period, never before. `evidence`: what it says of the results.
    """
    check_open(evaluation)
    if today < evaluation.period.end:
        raise PolicyRefused(
            f"{evaluation.period} baru berakhir {evaluation.period.end:%d-%m-%Y}; "
            "predikat ditetapkan sesudahnya. Rating dapat disimpan sebagai draf."
        )
    if not (evaluation.rating_hasil and evaluation.rating_perilaku):
        raise PolicyRefused("Pilih rating hasil kerja dan rating perilaku kerja dahulu.")
    check_reason(evaluation.rating_hasil, evaluation.rating_perilaku, evaluation.reason, evidence)
    check_organisation_first(evaluation, organisation)


def check_organisation_first(evaluation: Evaluation, organisation: OrganisationResult | None) -> None:
    """The circular has the organisation's predikat stand before those of its people (SE MenPANRB 3/2023)."""
    if must_wait_for_organisation(evaluation, organisation):
        raise PolicyRefused(
            f"Capaian organisasi {evaluation.skp.position.unit} untuk {evaluation.period} belum ditetapkan; "
            "minta pimpinan di atas unit itu menetapkannya dahulu. Rating Anda tersimpan sebagai draf."
        )


def must_wait_for_organisation(evaluation: Evaluation, organisation: OrganisationResult | None) -> bool:
    asked = {"ditetapkan": organisation is not None}
    return bool(evaluate("organisasi_dahulu", on=evaluation.period.end, input=asked).value == "tunggu")


def _check_agreed(skp: Skp) -> None:
    if skp.status != SkpStatus.DISEPAKATI:
        raise PolicyRefused("SKP ini sedang tidak disepakati, jadi belum dapat dinilai; sepakati dahulu.")


def check_reason(hasil: str, perilaku: str, reason: str, evidence: str | None = None) -> None:
    if reason.strip() or not needs_reason(hasil, perilaku, evidence):
        return
    if {hasil, perilaku} == {Rating.SESUAI.value}:
        says = Rating(str(evidence)).label.lower()
        raise InputRefused(
            f"Tulis satu kalimat alasan, karena menurut bukti hasil kerja {says}.", field="reason"
        )
    part, rating = ("hasil kerja", hasil) if hasil != Rating.SESUAI else ("perilaku", perilaku)
    words = Rating(rating).label.lower()
    raise InputRefused(f"Tulis satu kalimat alasan, karena rating {part} {words}.", field="reason")


def needs_reason(hasil: str, perilaku: str, evidence: str | None = None) -> bool:
    """Off the middle, or off what the evidence says of the results, where it says anything."""
    return {hasil, perilaku} != {Rating.SESUAI.value} or evidence not in {None, hasil}
