"""First steps on screen."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from abdi.adoption.onboarding import actions, permissions
from abdi.adoption.onboarding.clinic import in_need, uptake
from abdi.adoption.onboarding.selectors import corrections_for
from abdi.organisation.permissions import acting_employee
from abdi.organisation.selectors import employee_of
from abdi.web import exports
from abdi.web.access import signed_in
from abdi.web.errors import accepted
from abdi.web.workplace.onboarding import forms, page

ON_A_PAGE = 50


@signed_in
@require_GET
def guide(request: HttpRequest) -> HttpResponse:
    context = page.guide_context(request.user, employee_of(request.user), timezone.localdate())
    return render(request, "workplace/onboarding/guide.html", context)


@signed_in
@require_POST
def start(request: HttpRequest) -> HttpResponse:
    actions.start_steps(actor=request.user)
    return redirect("workplace:first_steps")


@signed_in
@require_POST
def dismiss(request: HttpRequest) -> HttpResponse:
    actions.dismiss_steps(actor=request.user)
    messages.success(request, _("Daftar ditutup; langkahnya tetap ada di Semua halaman"))
    return redirect("workplace:start")


@signed_in
@require_http_methods(["GET", "POST"])
def my_data(request: HttpRequest) -> HttpResponse:
    employee, form = acting_employee(request.user), forms.CorrectionForm(request.POST or None)
    if form.is_valid() and accepted(
        form, actions.ask_correction, actor=request.user, employee=employee, **form.cleaned_data
    ):
        messages.success(request, _("Permintaan dikirim kepada admin"))
        return redirect("workplace:my_data")
    context = {**page.data_context(employee, timezone.localdate()), "form": form}
    return render(request, "workplace/onboarding/my_data.html", context, status=422 if form.errors else 200)


@signed_in
@require_GET
def corrections(request: HttpRequest) -> HttpResponse:
    permissions.check_can_list_corrections(request.user)
    found = Paginator(corrections_for(request.user), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {"page": found, "rows": page.correction_rows(found)}
    return render(request, "workplace/onboarding/corrections.html", context)


@signed_in
@require_http_methods(["GET", "POST"])
def correction(request: HttpRequest, uid: UUID) -> HttpResponse:
    found, form = page.find_correction(request, uid), forms.AnswerForm(request.POST or None)
    answer = actions.refuse_correction if request.POST.get("act") == "refuse" else actions.resolve_correction
    if form.is_valid() and accepted(form, answer, actor=request.user, request=found, **form.cleaned_data):
        messages.success(request, _("Jawaban dikirim kepada %s") % found.employee)
        return redirect("workplace:corrections")
    context = {**page.correction_context(request, found), "form": form}
    return render(
        request, "workplace/onboarding/correction.html", context, status=422 if form.errors else 200
    )


@signed_in
@require_GET
def clinic(request: HttpRequest) -> HttpResponse:
    permissions.check_can_run_clinic(request.user)
    today, form = timezone.localdate(), forms.ClinicForm(request.GET)
    people, kind = in_need(request.user, today, form.reason()), request.GET.get("format")
    if kind in {"csv", "xlsx"}:
        rows = page.clinic_table(people, today)
        return exports.table(kind, f"klinik {today}", page.CLINIC_HEADER, rows)
    found = Paginator(people, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "page": found,
        "rows": page.clinic_rows(found, today),
        "uptake": uptake(request.user, today),
    }
    return render(request, "workplace/onboarding/clinic.html", context)


@signed_in
@require_http_methods(["GET", "POST"])
def clinic_note(request: HttpRequest, uid: UUID) -> HttpResponse:
    employee, form = page.find_helped(request, uid), forms.NoteForm(request.POST or None)
    if form.is_valid() and accepted(
        form, actions.note_clinic, actor=request.user, employee=employee, **form.cleaned_data
    ):
        messages.success(request, _("Dicatat: %s sudah dibantu") % employee)
        return redirect("workplace:clinic")
    notes = employee.clinic_notes.select_related("author")
    context = {"employee": employee, "form": form, "notes": notes}
    return render(
        request, "workplace/onboarding/clinic_note.html", context, status=422 if form.errors else 200
    )
