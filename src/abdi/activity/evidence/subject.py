"""The thing that evidence supports, as its owner describes it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from abdi.activity.evidence.enums import SubjectKind
from abdi.organisation.models import Employee
from abdi.platform.tenancy.models import TenantModel


@dataclass(frozen=True)
class Subject:
    """`day` is when the work was done: its month is the one the evidence counts for.

    `holds` is the row whose state decides; it is read anew before `is_open` is asked whether that may still change.
    """

    kind: SubjectKind
    uid: UUID
    employee: Employee
    day: date
    holds: TenantModel
    is_open: Callable[[], bool]

    @property
    def month(self) -> date:
        return self.day.replace(day=1)
