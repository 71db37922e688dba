"""What the pages of the first steps show."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext_lazy

from abdi.adoption.onboarding import permissions
from abdi.adoption.onboarding.checklist import Step, steps_of
from abdi.adoption.onboarding.enums import ClinicReason, CorrectionStatus, StepCode
from abdi.adoption.onboarding.models import CorrectionRequest
from abdi.organisation.models import Employee
from abdi.organisation.selectors import assessor_of, placement_of, placements_on
from abdi.planning.selectors import current_skp
from abdi.platform.accounts.models import User
from abdi.platform.ui import formats
from abdi.web.navigation import url_if_exists

Shown = dict[str, Any]

# where each step is done, and what it is good for
PLACES = {
    StepCode.DATA: ("workplace:my_data", gettext_lazy("Unit, jabatan, dan pejabat penilai Anda")),
    StepCode.SKP_DRAFT: ("workplace:skp_list", gettext_lazy("Yang Anda janjikan tahun ini")),
    StepCode.SKP_SUBMIT: ("workplace:skp_list", gettext_lazy("Supaya disepakati pejabat penilai")),
    StepCode.PROGRESS: ("workplace:first_steps", gettext_lazy("Tiga langkah, kurang dari tiga menit")),
    StepCode.NOTICE: ("notices:list", gettext_lazy("Kabar tentang SKP dan penilaian Anda ada di sana")),
    StepCode.TEAM: ("workplace:team", gettext_lazy("Semua sudah punya akun, dan benar orangnya")),
    StepCode.AGREE: ("workplace:team", gettext_lazy("Sepakati, atau kembalikan dengan catatan")),
    StepCode.FEEDBACK: (
        "workplace:team",
        gettext_lazy("Dua kalimat pada hari kejadiannya lebih berguna dari rapor"),
    ),
    StepCode.UNITS: ("staff:units", gettext_lazy("Paling sedikit satu")),
    StepCode.PEOPLE: ("staff:employees", gettext_lazy("Satu per satu, atau lewat impor")),
    StepCode.PERIOD: ("staff:periods", gettext_lazy("Dengan empat triwulannya")),
}
TONES = {CorrectionStatus.DIAJUKAN: "here", CorrectionStatus.SELESAI: "ok", CorrectionStatus.DITOLAK: ""}
CLINIC_HEADER = (
    "NIP",
    gettext_lazy("Nama"),
    gettext_lazy("Jabatan"),
    gettext_lazy("Unit kerja"),
    gettext_lazy("Sebab"),
    gettext_lazy("Terakhir dibantu"),
)


def first_steps(user: User, employee: Employee | None, on: date) -> list[Shown]:
    """The card of the first screen; empty once everything is done or the list was put away."""
    steps = steps_of(user, employee, on)
    return [] if all(step.is_done for step in steps) else [_step(step) for step in steps]


def guide_context(user: User, employee: Employee | None, on: date) -> Shown:
    """Three steps to the first progress, and the whole list below."""
    return {
        "steps": first_steps(user, employee, on),
        **(my_place(employee, on) if employee else {"placement": None, "assessor": None}),
        "employee": employee,
        "skp": current_skp(employee, on) if employee else None,
        "progress_url": url_if_exists("workplace:progress"),
    }


def my_place(employee: Employee, on: date) -> Shown:
    return {"placement": placement_of(employee, on), "assessor": assessor_of(employee, on)}


def data_context(employee: Employee, on: date) -> Shown:
    """What the administration has on record about this person, and what he asked to be corrected."""
    asked = employee.correction_requests.all()
    return {"employee": employee, **my_place(employee, on), "asked": correction_rows(asked)}


def correction_rows(requests: Iterable[CorrectionRequest]) -> list[Shown]:
    now = timezone.now()
    return [
        {
            "found": one,
            "tone": TONES[CorrectionStatus(one.status)],
            "is_late": one.status == CorrectionStatus.DIAJUKAN and one.due_at < now,
        }
        for one in requests
    ]


def find_correction(request: HttpRequest, uid: UUID) -> CorrectionRequest:
    """For who asked, and for who may answer."""
    found = get_object_or_404(
        CorrectionRequest.objects.select_related("employee__user", "decided_by"), uid=uid
    )
    if not permissions.can_ask_correction(request.user, found.employee):
        permissions.check_can_answer_correction(request.user, found)
    return found


def correction_context(request: HttpRequest, found: CorrectionRequest) -> Shown:
    is_open = found.status == CorrectionStatus.DIAJUKAN
    return {
        **correction_rows([found])[0],
        **my_place(found.employee, timezone.localdate()),
        "may_answer": is_open and permissions.can_answer_correction(request.user, found),
    }


def find_helped(request: HttpRequest, uid: UUID) -> Employee:
    employee = get_object_or_404(Employee.objects.select_related("user"), uid=uid)
    permissions.check_can_help(request.user, employee)
    return employee


def clinic_rows(people: Iterable[Employee], on: date) -> list[Shown]:
    """Each with place and reason in words; one query more, however many."""
    found = list(people)
    places = placements_on(found, on)
    return [
        {
            "employee": one,
            "placement": places.get(one.pk),
            "reason": ClinicReason(one.reason).label,
            "helped_at": one.helped_at,
        }
        for one in found
    ]


def clinic_table(people: Iterable[Employee], on: date) -> Iterator[Sequence[object]]:
    for row in clinic_rows(people, on):
        one, position = row["employee"], row["placement"] and row["placement"].position
        place = [position.name, position.unit.name] if position else ["", ""]
        yield [
            one.nip,
            one.name,
            *place,
            row["reason"],
            formats.moment(row["helped_at"]) if row["helped_at"] else "",
        ]


def _step(step: Step) -> Shown:
    name, about = PLACES[step.code]
    return {"label": step.code.label, "about": about, "url": url_if_exists(name), "is_done": step.is_done}
