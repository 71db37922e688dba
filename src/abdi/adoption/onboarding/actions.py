"""The verbs of getting going. Order in each: permit, policy, change, audit, notify."""

from django.utils import timezone
from django.utils.translation import gettext as _

from abdi.adoption.onboarding import permissions
from abdi.adoption.onboarding.deadlines import correction_due
from abdi.adoption.onboarding.enums import CorrectionAbout
from abdi.adoption.onboarding.models import ClinicNote, CorrectionRequest, OnboardingState
from abdi.adoption.onboarding.selectors import admins_of
from abdi.adoption.onboarding.workflow import CORRECTION
from abdi.organisation.models import Employee
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.errors import InputRefused
from abdi.platform.locking import hold
from abdi.platform.notifications.notify import notify
from abdi.platform.validation import write


@action
def start_steps(*, actor: User) -> OnboardingState:
    """Begin the first steps, or take up again a list that was put away."""
    state, _created = OnboardingState.objects.get_or_create(user=actor)
    state.dismissed_at = None
    write(state)
    record(actor=actor, tag="onboarding:steps:start", subject=state)
    return state


@action
def dismiss_steps(*, actor: User) -> OnboardingState:
    """Put the list away; what is still to be done stays on its own pages."""
    state, _created = OnboardingState.objects.get_or_create(user=actor)
    state.dismissed_at = timezone.now()
    write(state)
    record(actor=actor, tag="onboarding:steps:dismiss", subject=state)
    return state


@action
def ask_correction(
    *, actor: User, employee: Employee, about: CorrectionAbout, text: str
) -> CorrectionRequest:
    """Raises InputRefused for an empty text, or while the same thing is being looked at."""
    permissions.check_can_ask_correction(actor, employee)
    now = timezone.now()
    request = write(
        CorrectionRequest(
            employee=employee, about=about, text=text.strip(), asked_at=now, due_at=correction_due(now)
        )
    )
    record(
        actor=actor,
        tag="onboarding:correction:ask",
        subject=request,
        data={"about": about, "text": request.text},
    )
    for admin in admins_of(employee):
        _tell(admin, _("%s meminta datanya diperbaiki") % employee, request)
    return request


@action
def resolve_correction(*, actor: User, request: CorrectionRequest, answer: str = "") -> CorrectionRequest:
    """The data were put right where they are kept; this tells the employee so."""
    return _answered(actor, request, "resolve", answer.strip() or _("Sudah diperbaiki."))


@action
def refuse_correction(*, actor: User, request: CorrectionRequest, answer: str) -> CorrectionRequest:
    if not answer.strip():
        raise InputRefused(_("Tulis mengapa datanya tidak diubah, supaya pegawai mengerti."), field="answer")
    return _answered(actor, request, "refuse", answer.strip())


@action
def note_clinic(*, actor: User, employee: Employee, text: str) -> ClinicNote:
    """Record that somebody was helped, and with what."""
    permissions.check_can_help(actor, employee)
    note = write(ClinicNote(employee=employee, author=actor, text=text.strip()))
    record(actor=actor, tag="onboarding:clinic:note", subject=note, data={"employee": employee.uid})
    return note


def _answered(actor: User, request: CorrectionRequest, step: str, answer: str) -> CorrectionRequest:
    hold(request)
    permissions.check_can_answer_correction(actor, request)
    transition = CORRECTION.check(step, request.status)
    request.status, request.answer = transition.target, answer
    request.decided_by, request.decided_at = actor, timezone.now()
    write(request)
    record(actor=actor, tag=transition.tag, subject=request, data={"answer": answer})
    if request.employee.user:
        _tell(request.employee.user, _("Permintaan perbaikan data Anda dijawab"), request)
    return request


def _tell(recipient: User, title: str, request: CorrectionRequest) -> None:
    url = f"/kerja/langkah-pertama/perbaikan/{request.uid}/"
    notify(
        recipient=recipient,
        kind="onboarding:correction",
        title=title,
        body=request.answer or request.text,
        url=url,
    )
