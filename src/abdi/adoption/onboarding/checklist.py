"""The first steps of each role, and which of them are done: read where they are done, nothing is ticked by hand."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists

from abdi.activity.feedback.models import Feedback
from abdi.activity.progress.models import Entry
from abdi.adoption.onboarding.enums import CorrectionStatus, StepCode
from abdi.adoption.onboarding.models import CorrectionRequest, OnboardingState
from abdi.organisation.models import Employee, Placement, ReportingLine, Unit
from abdi.organisation.permissions import can_manage_organisation
from abdi.planning.enums import PeriodKind, SkpStatus
from abdi.planning.models import Period, Skp
from abdi.platform.accounts.models import User
from abdi.platform.notifications.models import Notice

ASSESSORS = (StepCode.TEAM, StepCode.AGREE, StepCode.FEEDBACK)
_LEADS = "leads"

Checks = dict[str, Any]  # name → condition


@dataclass(frozen=True, slots=True)
class Step:
    code: StepCode
    is_done: bool


def steps_of(user: User, employee: Employee | None, on: date) -> list[Step]:
    """The steps of his roles, in order; empty once put away. At most four queries."""
    if OnboardingState.objects.filter(user=user).exclude(dismissed_at=None).exists():
        return []
    checks = _admin_checks(on) if can_manage_organisation(user) else {}
    if employee:
        checks |= _own_checks(employee, on) | _assessor_checks(employee, on)
    if not checks:
        return []
    done = User.objects.filter(pk=user.pk).annotate(**checks).values(*checks).get()
    if not done.pop(_LEADS, False):
        done = {code: is_done for code, is_done in done.items() if code not in ASSESSORS}
    return [Step(code, bool(done[code])) for code in StepCode if code in done]


def _own_checks(employee: Employee, on: date) -> Checks:
    mine = Skp.objects.filter(employee=employee, start__lte=on, end__gte=on)
    waiting = CorrectionRequest.objects.filter(employee=employee, status=CorrectionStatus.DIAJUKAN)
    is_placed = Exists(Placement.objects.on(on).filter(employee=employee))
    is_assessed = Exists(ReportingLine.objects.on(on).filter(subordinate=employee))
    return {
        StepCode.DATA: is_placed & is_assessed & ~Exists(waiting),
        StepCode.SKP_DRAFT: Exists(mine),
        StepCode.SKP_SUBMIT: Exists(mine.filter(status__in=[SkpStatus.DIAJUKAN, SkpStatus.DISEPAKATI])),
        StepCode.PROGRESS: Exists(Entry.objects.filter(employee=employee)),
        StepCode.NOTICE: Exists(Notice.objects.filter(recipient=employee.user).exclude(read_at=None)),
    }


def _assessor_checks(employee: Employee, on: date) -> Checks:
    lines = ReportingLine.objects.on(on).filter(superior=employee)
    return {
        _LEADS: Exists(lines),
        StepCode.TEAM: ~Exists(lines.filter(subordinate__user=None)),
        StepCode.AGREE: Exists(Skp.objects.filter(agreed_by=employee.user)),
        StepCode.FEEDBACK: Exists(Feedback.objects.filter(by=employee)),
    }


def _admin_checks(on: date) -> Checks:
    year = Period.objects.filter(kind=PeriodKind.TAHUNAN, start__lte=on, end__gte=on)
    return {
        StepCode.UNITS: Exists(Unit.objects.all()),
        StepCode.PEOPLE: Exists(Employee.objects.exclude(user=None)),
        StepCode.PERIOD: Exists(year),
    }
