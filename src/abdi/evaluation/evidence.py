"""What stands beside a judgement: the evidence read as a whole, the organisation's result, earlier periods."""

from dataclasses import dataclass

from django.db.models import QuerySet

from abdi.activity.evidence.models import EvidenceItem
from abdi.evaluation.enums import EvaluationStatus, PredikatOrganisasi, Rating, Reading
from abdi.evaluation.models import Evaluation
from abdi.evaluation.organisation_result.models import OrganisationResult
from abdi.evaluation.organisation_result.selectors import result_for
from abdi.evaluation.selectors import EvidenceLine, evidence_of
from abdi.organisation.law.answers import evaluate
from abdi.planning.enums import RhkKind
from abdi.planning.models import Skp
from abdi.rules import Result, RuleInputError

CLEAR = {Reading.MEMENUHI, Reading.TIDAK_MEMENUHI}
UNCLEAR = "belum"  # the rule's word for every reading that says nothing yet


@dataclass(frozen=True)
class Part:
    """A stretch of the year in one post, with its share of the year's days under an SKP."""

    skp: Skp
    evaluation: Evaluation | None
    days: int
    share: float


def reading_of_evidence(evaluation: Evaluation) -> Result:
    """Rule `rating_menurut_bukti` over every indicator with a number for its target; words do not count."""
    items = [_item(line) for line in evidence_of(evaluation) if line.iki.target is not None]
    return evaluate("rating_menurut_bukti", on=evaluation.period.end, input={"indikator": items})


def organisation_result_of(evaluation: Evaluation) -> OrganisationResult | None:
    """Of the unit of the SKP, or of the nearest unit above it that has one."""
    return result_for(evaluation.skp.position.unit, evaluation.period)


def organisation_suggests(evaluation: Evaluation, result: OrganisationResult | None) -> Rating | None:
    """For whoever leads a unit its own result speaks; for nobody else (SE MenPANRB 3/2023)."""
    position = evaluation.skp.position
    if result is None or not position.is_head or result.unit_id != position.unit_id:
        return None
    asked = {"organisasi": PredikatOrganisasi(result.predikat).value}
    try:
        return Rating(evaluate("rating_pimpinan_unit", on=evaluation.period.end, input=asked).value)
    except RuleInputError:
        return None  # a period before the circular


def earlier_predikat(evaluation: Evaluation) -> list[Evaluation]:
    """This person's decided periods of the same year that end no later, oldest first; two queries."""
    skp = evaluation.skp
    others = Evaluation.objects.filter(
        skp__employee=skp.employee_id,
        skp__period=skp.period_id,
        status=EvaluationStatus.DITETAPKAN,
        period__end__lte=evaluation.period.end,
    ).exclude(pk=evaluation.pk)
    return list(others.select_related("period", "skp__position__unit").order_by("period__end", "pk"))


def parts_of_year(evaluation: Evaluation) -> list[Part]:
    """The SKP of a year that was spent in several posts, each with its own evaluation of the year.

    PP 30/2019 Ps 36: results of all units count in proportion to their time. Shown, never averaged into a
    predikat: that a person decides. Empty for a year in one post.
    """
    year = evaluation.skp.period
    plans = list(
        Skp.objects.filter(employee=evaluation.skp.employee_id, period=year)
        .select_related("position__unit", "pejabat_penilai")
        .order_by("start")
    )
    if len(plans) < 2:
        return []
    judged = Evaluation.objects.filter(skp__in=plans, period=evaluation.period)
    by_skp = {one.skp_id: one for one in judged}
    days = {skp.pk: (skp.end - skp.start).days + 1 for skp in plans}
    total = sum(days.values())
    return [Part(skp, by_skp.get(skp.pk), days[skp.pk], 100 * days[skp.pk] / total) for skp in plans]


def supporting(evaluation: Evaluation) -> QuerySet[EvidenceItem]:
    """What the employee attached to his work in the months of the period, newest first."""
    period = evaluation.period
    found = EvidenceItem.objects.filter(employee=evaluation.skp.employee_id)
    within = found.filter(month__gte=period.start.replace(day=1), month__lte=period.end)
    return within.select_related("file").order_by("-attached_at", "-pk")


def _item(line: EvidenceLine) -> dict[str, object]:
    row = line.realisation
    clear = line.reading in CLEAR
    return {
        "utama": line.iki.rhk.kind == RhkKind.UTAMA,
        "bacaan": line.reading.value if clear else UNCLEAR,
        "capaian": str(row.capaian) if row and row.capaian is not None else None,
    }
