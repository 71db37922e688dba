"""What was agreed and decided, issued with a code that anybody can check."""

from collections.abc import Iterable

from abdi.evaluation.models import Evaluation
from abdi.evaluation.papers import DOKUMEN_EVALUASI
from abdi.planning.models import Skp
from abdi.planning.papers import SKP
from abdi.platform.verification.actions import issue


def issue_papers(plans: Iterable[Skp]) -> None:
    """Each employee has the plan and the summary of a predikat issued that are his."""
    for plan in plans:
        user = plan.employee.user
        if user is None or not plan.snapshot:
            continue
        issue(actor=user, paper=SKP, subject=plan)
        for evaluation in Evaluation.objects.filter(skp=plan).exclude(snapshot={}):
            issue(actor=user, paper=DOKUMEN_EVALUASI, subject=evaluation)
