"""What a leader has beside him while he judges: the evidence as a whole, words, the organisation, the year."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from abdi.activity.feedback.selectors import FeedbackSummary, feedback_for
from abdi.evaluation.calibration.selectors import latest_proposal
from abdi.evaluation.enums import Rating
from abdi.evaluation.evidence import (
    earlier_predikat,
    organisation_result_of,
    organisation_suggests,
    parts_of_year,
    reading_of_evidence,
    supporting,
)
from abdi.evaluation.models import Evaluation
from abdi.evaluation.policies import must_wait_for_organisation
from abdi.organisation.selectors import employee_of
from abdi.planning.policies import perilaku_values
from abdi.platform.accounts.models import User
from abdi.platform.ui import formats

A_HANDFUL = 12


def is_own(user: User, evaluation: Evaluation) -> bool:
    return employee_of(user) == evaluation.skp.employee


def beside_context(evaluation: Evaluation, *, is_judge: bool, is_own: bool) -> dict[str, Any]:
    """Words said in confidence are for the employee and his assessor alone, so nobody else is given them."""
    organisation = organisation_result_of(evaluation)
    suggested = organisation_suggests(evaluation, organisation)
    judging = is_judge and not evaluation.is_decided
    return {
        "organisation": organisation,
        "organisation_says": suggested.label if suggested else "",
        "organisation_missing": judging and must_wait_for_organisation(evaluation, organisation),
        "evidence_says": evidence_words(_reading(evaluation)),
        "heard": _heard(evaluation) if is_judge or is_own else None,
        "supporting": list(supporting(evaluation)[:A_HANDFUL]) if is_judge or is_own else [],
        "earlier": earlier_predikat(evaluation),
        "parts": parts_of_year(evaluation),
        "proposal": latest_proposal(evaluation) if judging else None,
    }


def evidence_words(reading: Mapping[str, Any]) -> str:
    """The answer of rule `rating_menurut_bukti` in one sentence; nothing where no target has a number."""
    counts = {
        name: formats.number(reading.get(name, 0)) for name in ("indikator", "terbaca", "di_atas", "di_bawah")
    }
    if not reading.get("indikator"):
        return ""
    if not reading["value"]:
        return (
            _("Bukti belum cukup jelas: %(terbaca)s dari %(indikator)s indikator berangka terbaca.") % counts
        )
    words = {**counts, "rating": str(Rating(reading["value"]).label).lower()}
    return (
        _(
            "Menurut bukti, hasil kerja %(rating)s: dari %(terbaca)s indikator yang terbaca, "
            "%(di_atas)s melampaui target dan %(di_bawah)s di bawahnya."
        )
        % words
    )


def _reading(evaluation: Evaluation) -> Mapping[str, Any]:
    """As it was when the predikat was set; before that, as it is."""
    kept: Mapping[str, Any] | None = evaluation.lineage.get("menurut_bukti")
    return kept or reading_of_evidence(evaluation).as_dict()


def _heard(evaluation: Evaluation) -> dict[str, Any]:
    found: FeedbackSummary = feedback_for(evaluation.skp.employee, evaluation.period)
    names = {one["kode"]: one["nama"] for one in perilaku_values(evaluation.period.end)}
    medians = [
        {"name": names.get(nilai, nilai), "median": median, "n": n, "own": found.own.get(nilai)}
        for nilai, (median, n) in found.medians.items()
    ]
    words = [{"about": names.get(nilai, ""), "text": text} for nilai, text in found.words]
    return {"named": found.named[:A_HANDFUL], "medians": medians, "words": words[:A_HANDFUL]}
