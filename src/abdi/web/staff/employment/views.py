"""One employee: who, where, under whom, with which sign-in and which trust."""

from functools import partial
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from abdi.organisation import actions
from abdi.organisation.accounts import Handover
from abdi.organisation.models import Employee
from abdi.organisation.moves import change_assessor, move_employee
from abdi.organisation.permissions import check_can_manage_organisation
from abdi.web.access import signed_in
from abdi.web.errors import accepted, attempt
from abdi.web.staff.employment import finding, forms
from abdi.web.staff.pages import ask, ask_for

ASKED = ["GET", "POST"]


@signed_in
@require_http_methods(ASKED)
def employee_new(request: HttpRequest) -> HttpResponse:
    check_can_manage_organisation(request.user)
    form = forms.EmployeeForm(request.POST or None)
    if form.is_valid():
        made = accepted(form, actions.create_employee, actor=request.user, **form.cleaned_data)
        if made:
            return _back(made)
    up = _("Pegawai"), reverse("staff:employees")
    return ask(request, form, heading=_("Pegawai baru"), action=_("Catat pegawai"), up=up)


@signed_in
@require_http_methods(ASKED)
def employee_change(request: HttpRequest, uid: UUID) -> HttpResponse:
    employee = finding.managed_employee(request, uid)
    form = forms.EmployeeForm(request.POST or None, employee=employee)
    act = partial(actions.change_employee, employee=employee)
    return ask_for(request, form, act, **_page(employee, _("Ubah data pegawai"), _("Simpan")))


@signed_in
@require_http_methods(ASKED)
def placement_new(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Two steps on one address: the unit by GET, which offers its positions, then the placement by POST."""
    employee = finding.managed_employee(request, uid)
    where = forms.WhereForm(request.GET if "unit" in request.GET else None, user=request.user)
    context: dict[str, Any] = {"employee": employee, "where": where, "form": None}
    if where.is_valid():
        unit, today = where.cleaned_data["unit"], timezone.localdate()
        form = forms.PlacementForm(request.POST or None, unit=unit, today=today)
        if form.is_valid() and accepted(
            form, move_employee, actor=request.user, employee=employee, **form.asked()
        ):
            return _back(employee)
        context |= {"form": form, "unit": unit}
    failed = where.errors or (context["form"] and context["form"].errors)
    return render(request, "staff/placement.html", context, status=422 if failed else 200)


@signed_in
@require_http_methods(ASKED)
def placement_end(request: HttpRequest, uid: UUID) -> HttpResponse:
    placement = finding.managed_placement(request, uid)
    act = partial(actions.end_placement, placement=placement)
    page = _page(placement.employee, _("Akhiri penempatan"), _("Akhiri"))
    return ask_for(
        request, _last_day(request), act, **page, lead=f"{placement.position}, {placement.position.unit}"
    )


@signed_in
@require_http_methods(ASKED)
def assessor_new(request: HttpRequest, uid: UUID) -> HttpResponse:
    employee = finding.managed_employee(request, uid)
    form = forms.AssessorForm(request.POST or None, initial={"valid_from": timezone.localdate()})
    act = partial(change_assessor, employee=employee)
    page = _page(employee, _("Tetapkan pejabat penilai"), _("Tetapkan"))
    return ask_for(request, form, act, **page, suggestions=finding.likely_assessors(employee))


@signed_in
@require_http_methods(ASKED)
def assessor_end(request: HttpRequest, uid: UUID) -> HttpResponse:
    line = finding.managed_line(request, uid)
    act = partial(actions.end_reporting_line, line=line)
    page = _page(line.subordinate, _("Akhiri garis penilaian"), _("Akhiri"))
    return ask_for(request, _last_day(request), act, **page, lead=str(line.superior))


@signed_in
@require_http_methods(ASKED)
def sign_in_new(request: HttpRequest, uid: UUID) -> HttpResponse:
    employee = finding.managed_employee(request, uid)
    form = forms.AccountForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        given = accepted(
            form, actions.give_account, actor=request.user, employee=employee, **form.cleaned_data
        )
        if given:
            return _hand_over(request, employee, given)
    lead = _("Sandi sekali pakai ditampilkan satu kali sesudah ini; pegawai menggantinya saat pertama masuk.")
    return ask(request, form, **_page(employee, _("Beri akun"), _("Buat akun")), lead=lead)


@signed_in
@require_POST
def password_new(request: HttpRequest, uid: UUID) -> HttpResponse:
    employee = finding.managed_employee(request, uid)
    given = attempt(request, _("Sandi lama tidak berlaku lagi"), actions.give_password, employee=employee)
    return _hand_over(request, employee, given) if given else _back(employee)


@signed_in
@require_POST
def sign_in_lock(request: HttpRequest, uid: UUID) -> HttpResponse:
    employee = finding.managed_employee(request, uid)
    attempt(request, _("Akun dikunci"), actions.lock_sign_in, employee=employee)
    return _back(employee)


@signed_in
@require_POST
def sign_in_unlock(request: HttpRequest, uid: UUID) -> HttpResponse:
    employee = finding.managed_employee(request, uid)
    attempt(request, _("Akun dibuka kembali"), actions.unlock_sign_in, employee=employee)
    return _back(employee)


@signed_in
@require_http_methods(ASKED)
def role_new(request: HttpRequest, uid: UUID) -> HttpResponse:
    employee = finding.managed_employee(request, uid)
    today = {"valid_from": timezone.localdate()}
    form = forms.RoleForm(request.POST or None, user=request.user, initial=today)
    if employee.user is None:
        return redirect("staff:sign_in_new", employee.uid)
    act = partial(actions.grant_role, user=employee.user)
    return ask_for(request, form, act, **_page(employee, _("Beri peran"), _("Berikan")))


@signed_in
@require_http_methods(ASKED)
def role_end(request: HttpRequest, uid: UUID) -> HttpResponse:
    grant = finding.managed_grant(request, uid)
    act = partial(actions.end_role, grant=grant)
    page = _page(grant.user.employee, _("Akhiri peran"), _("Akhiri"))
    lead = f"{grant.get_role_display()}, {grant.unit or _('seluruh instansi')}"
    return ask_for(request, _last_day(request), act, **page, lead=lead)


def _back(employee: Employee) -> HttpResponse:
    return redirect("staff:employee", employee.uid)


def _last_day(request: HttpRequest) -> forms.LastDayForm:
    return forms.LastDayForm(request.POST or None, initial={"last_day": timezone.localdate()})


def _page(employee: Employee, heading: str, action: str) -> dict[str, Any]:
    """Of `ask`, below the page of the employee."""
    up = employee.name, reverse("staff:employee", args=[employee.uid])
    return {"heading": heading, "action": action, "up": up}


def _hand_over(request: HttpRequest, employee: Employee, given: Handover) -> HttpResponse:
    """The only page that ever shows the password, and no cache keeps it."""
    response = render(request, "staff/handover.html", {"employee": employee, "given": given})
    add_never_cache_headers(response)
    return response
