"""Where a predikat is on its way, and until when the next step may take."""

from datetime import date, datetime, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from abdi.evaluation.enums import EvaluationStatus
from abdi.evaluation.handover.enums import HandoverStatus
from abdi.evaluation.handover.models import Handover, Question
from abdi.evaluation.models import Evaluation
from abdi.evaluation.recusal.selectors import under
from abdi.organisation.law.deadlines import due_day, length_of
from abdi.organisation.models import Employee
from abdi.platform.accounts.models import User

HAND_OVER, RETURN, SETTLE = "skp_penyampaian_hasil", "skp_pengembalian", "skp_penetapan_atasan"
_UNSIGNED = {HandoverStatus.DISERAHKAN, HandoverStatus.DITERIMA}
_RELATED = ("skp__employee", "skp__pejabat_penilai", "skp__position__unit", "period", "handover")


def handover_of(evaluation: Evaluation) -> Handover:
    """Its row, or a new one that waits and is not kept yet."""
    handover = Handover.objects.filter(evaluation=evaluation).first() or Handover()
    handover.evaluation = evaluation
    return handover


def due_of(handover: Handover) -> date | None:
    """The last day of the step that is open now; None when none is.

    Until he confirms the receipt, the days of the employee run from the hand-over: silence must not stop them.
    """
    starts: dict[str, tuple[str, datetime | None]] = {
        HandoverStatus.MENUNGGU: (HAND_OVER, handover.evaluation.decided_at),
        HandoverStatus.DISERAHKAN: (RETURN, handover.handed_at),
        HandoverStatus.DITERIMA: (RETURN, handover.received_at),
        HandoverStatus.DITOLAK: (SETTLE, handover.refused_at),
    }
    jenis, since = starts.get(handover.status, ("", None))
    return due_day(jenis, since) if since else None


def settle_due_of(handover: Handover) -> date | None:
    """Until when the superior settles: from the refusal, or from the day that was let pass."""
    due = due_of(handover)
    return due if due is None or handover.status == HandoverStatus.DITOLAK else due_day(SETTLE, due)


def received_on(evaluation: Evaluation) -> date | None:
    """The day from which the employee may object: of receipt, or of the superior's settlement without one."""
    handover = handover_of(evaluation)
    moment = handover.received_at or handover.settled_at
    return timezone.localdate(moment) if moment else None


def days_of(handover: Handover) -> dict[str, str | None]:
    """Beside the signatures of the Dokumen Evaluasi, ISO; the superior has had it once he settled it."""
    moments = {
        "diserahkan": handover.handed_at,
        "diterima": handover.received_at,
        "diterima_atasan": handover.settled_at,
    }
    return {name: timezone.localdate(at).isoformat() if at else None for name, at in moments.items()}


def report_cards(employee: Employee) -> QuerySet[Evaluation]:
    """What was decided about him, newest first."""
    rows = Evaluation.objects.filter(skp__employee=employee, status=EvaluationStatus.DITETAPKAN)
    return rows.select_related(*_RELATED)


def to_hand_over(user: User) -> QuerySet[Evaluation]:
    """What he decided and has not handed over, oldest first."""
    rows = Evaluation.objects.filter(decided_by=user, status=EvaluationStatus.DITETAPKAN)
    waiting = Q(handover=None) | Q(handover__status=HandoverStatus.MENUNGGU)
    return rows.filter(waiting).select_related(*_RELATED).order_by("decided_at", "pk")


def overdue(today: date) -> QuerySet[Evaluation]:
    """Signatures refused or not given in time, by either side; soonest due first."""
    never_handed = today - timedelta(days=length_of(HAND_OVER, today))
    waits = (
        Q(handover__status=HandoverStatus.DITOLAK)
        | Q(handover__status__in=_UNSIGNED, handover__due__lt=today)
        | Q(handover=None, status=EvaluationStatus.DITETAPKAN, decided_at__date__lt=never_handed)
    )
    rows = Evaluation.objects.filter(waits).select_related(*_RELATED)
    return rows.order_by("handover__due", "pk")


def to_settle(superior: Employee, today: date) -> QuerySet[Evaluation]:
    """What waits for his signature in place of one that was not given."""
    return overdue(today).filter(under(superior, "decided_by__employee", "skp"))


def to_answer(user: User) -> QuerySet[Question]:
    rows = Question.objects.filter(evaluation__decided_by=user, answered_at=None)
    return rows.select_related("evaluation__skp__employee", "evaluation__period")
