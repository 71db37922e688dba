"""Reads that shape a page."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, CharField, Count, OuterRef, Q, QuerySet, Subquery, Value, When

from abdi.evaluation.enums import AssessmentState, EvaluationStatus, Predikat, Rating, Reading
from abdi.evaluation.models import Evaluation, Realisation
from abdi.evaluation.results import indicators_of, predikat_of, reading_of
from abdi.organisation.models import Employee
from abdi.planning.enums import SkpStatus
from abdi.planning.models import Iki, Period, Skp
from abdi.planning.selectors import skp_to_assess


@dataclass(frozen=True)
class EvidenceLine:
    """One IKI beside what became of it."""

    iki: Iki
    realisation: Realisation | None
    reading: Reading


def evidence_of(evaluation: Evaluation) -> list[EvidenceLine]:
    """Every IKI in the order of the SKP; two queries."""
    by_iki = {row.iki_id: row for row in evaluation.realisations.all()}
    lines = [(iki, by_iki.get(iki.pk)) for iki in indicators_of(evaluation)]
    return [EvidenceLine(iki, realisation, reading_of(realisation, iki)) for iki, realisation in lines]


def latest_evaluation(skp: Skp) -> Evaluation | None:
    return skp.evaluations.select_related("period").order_by("-period__end", "period__start").first()


def assessed(
    assessor: Employee, period: Period, *, words: str = "", state: AssessmentState | str = ""
) -> QuerySet[Any]:
    """The SKP he judges in a period, most urgent first; each with `state`, `evaluation_uid`, `predikat`."""
    found = _with_state(skp_to_assess(assessor), period)
    if words:
        found = found.filter(Q(employee__name__icontains=words) | Q(employee__nip__startswith=words))
    if state:
        found = found.filter(state=state)
    return found.order_by("urgency", "employee__name", "pk")


def states_of(assessor: Employee, period: Period) -> dict[str, int]:
    """How many of his stand where; one query."""
    rows = _with_state(skp_to_assess(assessor), period).order_by().values("state")
    return dict(rows.annotate(people=Count("pk")).values_list("state", "people"))


def quadrant(on: date) -> dict[str, dict[str, str]]:
    """The predikat in words for every pair of ratings, hasil first, as the rule of that day has it."""
    return {
        hasil: {
            perilaku: str(Predikat(predikat_of(hasil, perilaku, on).value).label)
            for perilaku in Rating.values
        }
        for hasil in Rating.values
    }


def _with_state(rows: QuerySet[Skp], period: Period) -> QuerySet[Any]:
    judged = Evaluation.objects.filter(skp=OuterRef("pk"), period=period)
    waiting = {SkpStatus.DRAF, SkpStatus.DIKEMBALIKAN}
    state = Case(
        When(status=SkpStatus.DIAJUKAN, then=Value(AssessmentState.DIAJUKAN)),
        When(status__in=waiting, then=Value(AssessmentState.DISUSUN)),
        When(evaluation_status=EvaluationStatus.DITETAPKAN, then=Value(AssessmentState.DITETAPKAN)),
        When(evaluation_status=EvaluationStatus.DRAF, then=Value(AssessmentState.DINILAI)),
        default=Value(AssessmentState.BELUM_DIBUKA),
        output_field=CharField(),
    )
    order = [When(state=code, then=Value(place)) for place, code in enumerate(AssessmentState.values)]
    return (
        rows.filter(period__start__lte=period.start, period__end__gte=period.end)
        .annotate(
            evaluation_status=Subquery(judged.values("status")),
            evaluation_uid=Subquery(judged.values("uid")),
            predikat=Subquery(judged.values("predikat")),
        )
        .annotate(state=state)
        .annotate(urgency=Case(*order))
    )
