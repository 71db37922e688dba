"""The verb of the organisation's predikat."""

from django.utils import timezone

from abdi.evaluation.enums import PredikatOrganisasi
from abdi.evaluation.organisation_result import permissions, policies
from abdi.evaluation.organisation_result.models import OrganisationResult
from abdi.evaluation.organisation_result.selectors import own_result
from abdi.organisation.models import Unit
from abdi.organisation.selectors import heads_of
from abdi.organisation.telling import tell
from abdi.planning.models import Period
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.locking import hold
from abdi.platform.validation import write


@action
def decide_organisation_result(
    *,
    actor: User,
    unit: Unit,
    period: Period,
    predikat: PredikatOrganisasi | str,
    reason: str,
    evidence: str = "",
) -> OrganisationResult:
    """Set what a unit achieved in a period, or correct it while nobody was judged on it.

    Raises PolicyRefused before the period is over and once a predikat rests on it, InputRefused without reason.
    """
    hold(unit)
    permissions.check_can_decide_result(actor, unit)
    policies.check_result(predikat, reason)
    policies.check_over(period, timezone.localdate())
    policies.check_unused(unit, period)
    result = own_result(unit, period) or OrganisationResult(unit=unit, period=period)
    before = result.predikat
    result.predikat, result.reason, result.evidence = predikat, reason.strip(), evidence.strip()
    result.decided_at, result.decided_by = timezone.now(), actor
    write(result)
    record(
        actor=actor,
        tag="evaluation:organisation:decide",
        subject=result,
        data={
            "unit": unit.uid,
            "period": period.uid,
            "before": before,
            "predikat": predikat,
            "reason": result.reason,
            "evidence": result.evidence,
        },
    )
    _tell(result)
    return result


def _tell(result: OrganisationResult) -> None:
    title = (
        f"Capaian organisasi {result.unit} untuk {result.period} ditetapkan: {result.get_predikat_display()}"
    )
    url = f"/kerja/kalibrasi/unit/{result.unit.uid}/{result.period.uid}/"
    for head in heads_of([result.unit_id], timezone.localdate()).get(result.unit_id, []):
        tell(head, kind="evaluation:organisation", title=title, body=result.reason, url=url)
