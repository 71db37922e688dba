"""Who judges an SKP, and who stands above him."""

from django.db.models import Q, QuerySet
from django.utils import timezone

from abdi.evaluation.models import Evaluation
from abdi.evaluation.recusal.enums import ConflictStatus
from abdi.evaluation.recusal.models import Conflict, Reviewer
from abdi.organisation.models import Employee
from abdi.organisation.selectors import assessor_of, employee_of, subordinates_of
from abdi.planning.models import Skp


def stand_in_of(skp: Skp) -> Employee | None:
    """The superior who judges because the assessor's conflict of interest was found."""
    found = Conflict.objects.filter(skp=skp, status=ConflictStatus.DITERIMA).select_related("stand_in__user")
    latest = found.order_by("-decided_at").first()
    return latest.stand_in if latest else None


def judge_of(skp: Skp) -> Employee:
    """The pejabat penilai, or who stands in for him."""
    return stand_in_of(skp) or skp.pejabat_penilai


def decider_of(evaluation: Evaluation) -> Employee:
    """Who set the predikat; before that, who is to."""
    by = evaluation.decided_by
    return (employee_of(by) if by else None) or judge_of(evaluation.skp)


def reviewer_of(skp: Skp) -> Reviewer | None:
    """Who was named to decide above the assessor of this SKP."""
    return Reviewer.objects.filter(skp=skp).select_related("employee__user").first()


def superior_over(skp: Skp, person: Employee) -> Employee | None:
    """Atasan of an assessor today; where the lines end at him, the one an admin named for this SKP."""
    above = assessor_of(person, timezone.localdate())
    if above is None:
        named = reviewer_of(skp)
        above = named.employee if named else None
    return None if above in {person, skp.employee} else above


def under(superior: Employee, path: str, skp: str) -> Q:
    """Rows whose assessor (at `path`) he stands above today, by line or by being named for the SKP (at `skp`)."""
    today = timezone.localdate()
    return Q(**{f"{path}__in": subordinates_of(superior, today)}) | Q(
        **{f"{skp}__reviewer__employee": superior}
    )


def conflicts_to_decide(superior: Employee) -> QuerySet[Conflict]:
    """Soonest due first."""
    rows = Conflict.objects.filter(under(superior, "assessor", "skp"), status=ConflictStatus.DILAPORKAN)
    return rows.select_related("skp__employee", "skp__period", "assessor").order_by("due", "pk")


def judged_in_place(person: Employee) -> QuerySet[Conflict]:
    """The SKP he judges instead of somebody else."""
    rows = Conflict.objects.filter(stand_in=person, status=ConflictStatus.DITERIMA)
    return rows.select_related("skp__employee", "skp__period", "assessor")
