"""Pola distribusi on the evaluation sheet: how many around this employee hold each predikat."""

from collections import Counter

from abdi.evaluation.enums import EvaluationStatus
from abdi.evaluation.models import Evaluation
from abdi.measurement.minimum import MINIMUM_N


def counts_around(evaluation: Evaluation) -> dict[str, int] | None:
    """Predikat → employees of the same unit kerja judged for the same period by now, this one included.

    None before the decision, and where so few are judged that a count would tell a colleague's predikat.
    """
    if not evaluation.is_decided:
        return None
    judged = Evaluation.objects.filter(
        period=evaluation.period,
        skp__position__unit=evaluation.skp.position.unit_id,
        status=EvaluationStatus.DITETAPKAN,
    ).exclude(pk=evaluation.pk)
    found = Counter([evaluation.predikat, *judged.values_list("predikat", flat=True)])
    return dict(found) if found.total() >= MINIMUM_N else None
