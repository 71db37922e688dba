"""The thing that evidence supports, as its owner describes it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from abdi.activity.evidence.enums import SubjectKind
from abdi.organisation.models import Employee


@dataclass(frozen=True)
class Subject:
    """`day` is when the work was done: its month is the one the evidence counts for. `is_open`: whether what is
    supported may still change."""

    kind: SubjectKind
    uid: UUID
    employee: Employee
    day: date
    is_open: bool

    @property
    def month(self) -> date:
        return self.day.replace(day=1)
