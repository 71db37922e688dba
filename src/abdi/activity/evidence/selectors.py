"""Reads that shape a page."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from abdi.activity.evidence.enums import SubjectKind
from abdi.activity.evidence.models import EvidenceItem


@dataclass(frozen=True)
class EvidenceLine:
    """One item with its other uses: months (first days) in which this employee used the same content, and whether
    somebody else did. Who that was stays unsaid."""

    item: EvidenceItem
    months: tuple[date, ...]
    used_by_others: bool

    @property
    def is_reused(self) -> bool:
        return bool(self.months) or self.used_by_others


def evidence_of(kind: SubjectKind, uids: Collection[UUID]) -> dict[UUID, list[EvidenceLine]]:
    """Thing → its evidence, each with its other uses. Two queries, however many things."""
    items = list(_on(kind, uids).select_related("file"))
    others = _uses({item.digest for item in items}) if items else []
    found: dict[UUID, list[EvidenceLine]] = {uid: [] for uid in uids}
    for item in items:
        found[item.subject_uid].append(_line(item, others))
    return found


def evidence_counts(kind: SubjectKind, uids: Collection[UUID]) -> dict[UUID, int]:
    """Thing → how many pieces of evidence; things without any are absent. One query."""
    return Counter(_on(kind, uids).values_list("subject_uid", flat=True))


def _on(kind: SubjectKind, uids: Collection[UUID]) -> QuerySet[EvidenceItem]:
    return EvidenceItem.objects.filter(subject_kind=kind, subject_uid__in=list(uids))


def _uses(digests: Collection[str]) -> list[tuple[str, int, date]]:
    rows = EvidenceItem.objects.filter(digest__in=digests).order_by("month")
    return list(rows.values_list("digest", "employee_id", "month").distinct())


def _line(item: EvidenceItem, uses: Iterable[tuple[str, int, date]]) -> EvidenceLine:
    same = [(employee, month) for digest, employee, month in uses if digest == item.digest]
    months = tuple(month for employee, month in same if employee == item.employee_id and month != item.month)
    return EvidenceLine(item, months, any(employee != item.employee_id for employee, _month in same))
