"""Objections as pages and papers show them, and until when one may be filed."""

from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from abdi.evaluation.handover.selectors import received_on
from abdi.evaluation.models import Evaluation
from abdi.evaluation.objection.enums import KeberatanStatus
from abdi.evaluation.objection.models import Keberatan
from abdi.evaluation.recusal.selectors import under
from abdi.organisation.law.deadlines import due_day
from abdi.organisation.models import Employee
from abdi.platform.accounts.models import User

FILE, EXPLAIN, DECIDE = "skp_keberatan", "skp_penjelasan_keberatan", "skp_putusan_keberatan"
_RELATED = ("evaluation__skp__employee", "evaluation__period", "assessor")
_OPEN = {KeberatanStatus.DIAJUKAN, KeberatanStatus.DIJELASKAN}


def filing_due(evaluation: Evaluation) -> date | None:
    """The last day to object; None before the employee has received it: the days do not run yet."""
    received = received_on(evaluation)
    return due_day(FILE, received) if received else None


def keberatan_of(evaluation: Evaluation) -> Keberatan | None:
    """The one that counts: not withdrawn."""
    return evaluation.keberatan.exclude(status=KeberatanStatus.DITARIK).first()


def to_explain(person: Employee) -> QuerySet[Keberatan]:
    rows = Keberatan.objects.filter(assessor=person, status=KeberatanStatus.DIAJUKAN)
    return rows.select_related(*_RELATED).order_by("explain_due", "pk")


def to_decide(superior: Employee) -> QuerySet[Keberatan]:
    """All that are open below him, soonest due first; he may read while the explanation is awaited."""
    rows = Keberatan.objects.filter(under(superior, "assessor", "evaluation__skp"), status__in=_OPEN)
    return rows.select_related(*_RELATED).order_by("decide_due", "pk")


def boxes_of(keberatan: Keberatan) -> dict[str, dict[str, str] | None]:
    """Boxes 6–8 of the Dokumen Evaluasi, each {"teks", "oleh", "tanggal" (ISO)} or None; all None once withdrawn."""
    filed = None if keberatan.status == KeberatanStatus.DITARIK else keberatan.filed_at
    employee = keberatan.evaluation.skp.employee
    return {
        "keberatan": _box(keberatan.reasons, employee, filed),
        "penjelasan_keberatan": _box(
            keberatan.explanation, keberatan.explained_by, filed and keberatan.explained_at
        ),
        "keputusan_keberatan": _box(keberatan.decision, keberatan.decided_by, filed and keberatan.decided_at),
    }


def _box(text: str, by: Employee | User | None, at: datetime | None) -> dict[str, str] | None:
    return {"teks": text, "oleh": str(by), "tanggal": timezone.localtime(at).isoformat()} if at else None


def decision_of(evaluation: Evaluation) -> dict[str, Any]:
    """What stands now, whole, as a revision keeps it."""
    return {
        "rating_hasil": evaluation.rating_hasil,
        "rating_perilaku": evaluation.rating_perilaku,
        "predikat": evaluation.predikat,
        "reason": evaluation.reason,
        "lineage": evaluation.lineage,
        "snapshot": evaluation.snapshot,
        "decided_at": evaluation.decided_at and evaluation.decided_at.isoformat(),
        "decided_by": str(evaluation.decided_by),
    }
