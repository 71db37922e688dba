"""Reads that shape a page."""

from dataclasses import dataclass

from django.db.models import QuerySet

from abdi.evaluation.enums import Reading
from abdi.evaluation.models import Evaluation, Realisation
from abdi.evaluation.results import indicators_of, reading_of
from abdi.organisation.models import Employee
from abdi.planning.models import Iki


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


def evaluations_of(employee: Employee) -> QuerySet[Evaluation]:
    return Evaluation.objects.filter(skp__employee=employee).select_related("period", "skp__pejabat_penilai")


def evaluations_to_judge(assessor: Employee) -> QuerySet[Evaluation]:
    related = ("period", "skp__employee", "skp__position__unit")
    return Evaluation.objects.filter(skp__pejabat_penilai=assessor).select_related(*related)
